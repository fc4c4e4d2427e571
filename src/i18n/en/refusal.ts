import type { refusal as source } from '../ja/refusal.ts';

/** Why an act was refused, and how to mend it; one text per code, and one per rule. */
export const refusal: Readonly<Record<keyof typeof source, string>> = {
  'refusal.no_such_subject': 'There is nothing by that number, or you may not see it. Please check the number.',
  'refusal.not_permitted': 'You may not “{act}”. Those who may: {roles}.',
  'refusal.wrong_state': 'The state is “{state}”, so “{act}” is not possible. It is possible in: {from}.',
  'refusal.no_state': '–',
  'refusal.rules_unmet': 'What “{act}” needs is not all there.',
  'refusal.not_yet_open': 'Applications for this level and product type are not yet taken. They open on {opensOn}.',
  'refusal.opening_not_fixed':
    'Applications for this level and product type are not yet taken. The opening day is not fixed.',
  'refusal.application_incomplete': 'Gaps or faults found: {count}. Mend them all, then submit it again.',
  'refusal.changed_meanwhile':
    'Somebody else saved first (version {version} now). Read the case again, then save once more.',
  'refusal.already_begun': 'This application is there already.',
  'refusal.unknown_level': 'This scheme has no level “{level}”.',
  'refusal.level_gone':
    'The scheme in force has no level “{level}” any more. Please discontinue this draft and begin a new one for a level there is.',
  'refusal.no_criteria_set': 'No criteria set is in force today for “{level}” and this product type.',
  'refusal.no_fee_rule': 'No fee is set for “{level}” on the day of receipt. Please look at the scheme data.',
  'refusal.numbers_exhausted':
    'The scheme’s format has room for {most} numbers of this kind, and all are given. Please give it more digits in the scheme data.',
  'refusal.log_not_signed':
    'The public log could not be signed, so nothing was made public. Have the signing key looked at, then try again.',
  'refusal.issuer_key_unusable':
    'The key of credentials at {place} can be neither used nor made ({trouble}). Look at ISSUER_KEY_DIR.',
  'refusal.issuer_key_signs': 'This key signs. Change it first (key rotate), then revoke it.',
  'refusal.log_key_unusable':
    'A new key of the public log cannot be made at {place} ({trouble}). Look at the folder of LOG_KEY_FILE.',
  'refusal.log_key_joining': 'The public log signs with two keys already. Retire the old one first (log retire-key).',
  'refusal.no_log_key_joining': 'The public log has one key only. Give it another first (log rotate-key).',
  'refusal.issuer_key_revoked': 'This key was revoked already.',
  'refusal.proposal_differs':
    'What is proposed is not what you want to confirm: it is for the whole term. Look at the case again.',
  'refusal.proposal_differs.shortened':
    'What is proposed is not what you want to confirm: it ends on {until}. Give --until {until}, or send the proposal back.',
  'refusal.unknown_item': 'There is no item “{item}”. Name a section, or “determination:” and a criterion’s id.',
  'refusal.day_in_future': '{day} is in the future. Give a day up to today.',
  'refusal.day_before_acceptance':
    'On {day} no fee was due yet: the application was accepted on {acceptedOn}. Give that day or a later one.',
  'refusal.day_before_issue': '{day} is in the past. Give today or a later day as the last valid day.',
  'refusal.not_in_queue': 'A draft, or a case that has ended, is assigned to nobody.',
  'refusal.not_a_label_officer': 'Only a label officer can be assigned.',
  'refusal.assigned_meanwhile': 'Somebody else changed the assignment meanwhile. Look at who has the case now.',
  'refusal.items_unlooked':
    '{count} of {of} items are not ticked. Tick them in the format check, or tick the box to accept the application all the same.',
  'refusal.submitted_again':
    'The applicant has submitted again since you opened this page. Please look at what is new.',
  'refusal.nothing_written': 'Nothing was written.',
  'refusal.text_over_limit': 'The text is too long ({most} characters at most).',
  'refusal.file_name_taken':
    'There already is a file named “{name}” in this application. Give yours another name, or replace that file.',
  'refusal.closed_items_changed': 'Items changed that were not returned: {items}. Only returned items are open.',
  'refusal.under_embargo':
    'It cannot be published before the day the applicant wished for, {until}. On that day it becomes public by itself.',
  'refusal.not_public_yet': 'On {day} that label was not public yet. It was published on {published}.',
  'refusal.no_such_label': 'There is no label with that registration number.',
  'refusal.wrong_check_character':
    'The check character of the registration number does not fit. Please look whether it was misread.',
  'refusal.corporate_number_taken': 'The corporate number {corporateNumber} is registered already.',
  'refusal.corporate_register_away':
    'The register of corporate numbers does not answer just now. You can type name and address yourself.',
  'refusal.corporate_number_unknown': 'The register of corporate numbers has no such number. Compare it once more.',
  'refusal.mail_taken': 'The mail address {mail} is registered already.',
  'refusal.role_not_of_organisation': '“{role}” is not a role people hold in this organisation.',
  'refusal.not_an_agent': 'A mandate can only be given to an organisation registered as an agent.',
  'refusal.period_ends_before_it_begins': 'The period ends before it begins.',
  'refusal.already_revoked': 'This mandate was revoked already.',
  'refusal.mandate_over': 'This mandate has ended, or its letter was refused: there is nothing to revoke.',
  'refusal.mandate_covers_nothing': 'It would cover no application. Choose some, or allow new ones.',
  'refusal.no_such_application': 'These are no application numbers of this vendor: {numbers}.',
  'refusal.no_such_vendor': 'No vendor is registered with that corporate number or name. Compare it with the letter.',
  'refusal.letter_not_readable': '{name} is neither a PDF nor a PNG nor a JPEG. Scan it again.',
  'refusal.letter_already_decided': 'This letter was confirmed or refused already.',
  'refusal.letter_filed_by_decider': 'You filed this letter yourself. Another officer has to decide about it.',
  'refusal.letter_not_cleared': 'The file of the letter was not scanned for malware yet, or something was found in it.',
  'refusal.reason_missing': 'Enter a reason.',
  'refusal.file_not_as_named':
    'The content of {name} is of another kind than the end of its name says. Save it again in that form, or correct the name.',
  'refusal.file_too_large': '{name} is too large (at most {limit} bytes). Split it or make it smaller.',
  'refusal.file_store_full': 'The file store is full. Please tell the operator.',
  'refusal.artwork_not_available': 'The label is “{state}”, so its artwork cannot be had.',
  'refusal.stars_out_of_range': 'The stars do not fit the artwork. Please look at the levels in the scheme data.',
  'refusal.page_address_unusable':
    'BASE_URL is not an address for the two-dimensional code (https://…). Please look at the configuration.',
  'refusal.page_address_too_long': 'BASE_URL is too long for the two-dimensional code. Configure a shorter address.',
  'refusal.text_too_long': '“{text}” does not fit the artwork. Shorten the name or number format in the scheme data.',
  'refusal.text_not_drawable': '“{text}” has characters the artwork cannot draw: {characters}.',
  'refusal.passkey_refused': 'The passkey could not be verified. Try again.',
  'refusal.passkey_known': 'This passkey is enrolled already.',
  'refusal.proof_too_old': 'It is too long since you proved who you are. Prove it once more.',
  'refusal.last_passkey': 'The last passkey cannot be removed. Enrol another one first.',
  'refusal.nobody_to_invite': 'Nobody with {mail} is registered with a role. Register the person first.',
  'refusal.already_enrolled':
    'The person with {mail} has a passkey already. Only the command line on the operator’s own machine can invite them again.',
  'refusal.already_invited': '{mail} has an open invitation. Send it again from the list of invitations.',
  'refusal.nobody_registered': 'Nobody is registered as {mail}.',
  'refusal.last_role': 'Somebody’s last role cannot be taken. Use “Remove” to take them out of the organisation.',
  'refusal.own_role': 'You cannot give yourself a role. Ask another administrator.',
  'refusal.no_role': 'You are not registered with a role in any organisation. Ask an administrator.',
  'refusal.openid_denied': 'It was stopped at GbizID, or not allowed there. Try again.',
  'refusal.openid_unreachable': 'GbizID cannot be reached now. Wait a little, then try again.',
  'refusal.openid_not_believed': 'The answer of GbizID could not be verified. Begin again.',
  'refusal.openid_account_incomplete':
    'Your GbizID account lacks your name, your organisation’s name or your mail address. Complete it there.',
  'refusal.openid_mail_taken': 'This mail address belongs to somebody who signs in another way. Contact the operator.',
  'refusal.openid_account_may_not_act':
    'This account cannot act for this organisation. Agents need a Prime or Member account; staff use passkeys.',
  'rule.application_is_complete': 'nothing is missing or wrong in the application',
  'rule.every_file_is_stored': 'every file that is named is stored',
  'rule.every_file_is_cleared': 'every file was scanned and no malware was found in it',
  'rule.only_returned_items_changed': 'only returned items have changed',
  'rule.some_item_is_returned': 'at least one item is returned',
  'rule.returned_items_have_remarks': 'each returned item has a remark',
  'rule.clock_has_run_out': 'the operator discontinues only when an answer or the fee is overdue',
  'rule.reason_is_given': 'a reason is given',
  'rule.no_decision_is_proposed': 'no decision is proposed yet',
  'rule.proposer_may_withdraw': 'its proposer withdraws it, or another officer sends it back with a reason',
  'rule.decision_is_proposed': 'a decision is proposed',
  'rule.confirmer_is_another': 'another officer than the proposer confirms',
  'rule.confirmer_did_not_make_format_check': 'an officer who made no format check of the case confirms',
  'rule.nothing_changed_since_proposal': 'nothing has changed since the proposal',
  'rule.shortening_has_reason': 'a shorter validity names its reason',
  'rule.refusal_has_reason': 'a refusal names its reasons',
};
