import type { scheme as ja } from '../ja/scheme.ts';

/** What is wrong with the files of a scheme, and how to mend it. */
export const scheme: Readonly<Record<keyof typeof ja, string>> = {
  'scheme.sound': 'Nothing is wrong with the files of the scheme.',
  'scheme.fault.alias_refused': 'Aliases (*name) and anchors (&name) cannot be used. Write the content again instead.',
  'scheme.fault.blank_text': 'The text is empty. Write it in both Japanese and English.',
  'scheme.fault.currency_code': '"{value}" is no currency code. Write three capitals such as JPY.',
  'scheme.fault.duplicate_id': '"{value}" is used more than once. Give one of them another name.',
  'scheme.fault.duplicate_key': 'The same key is written twice. Remove one of them.',
  'scheme.fault.empty_list': 'The list is empty. Write at least one entry.',
  'scheme.fault.empty_term':
    'The term has no length. Give years or months, or remove the whole term if there is no expiry.',
  'scheme.fault.equal_ranks': 'Rank {value} is given to two evaluator categories. Give each a number of its own.',
  'scheme.fault.file_too_large': 'The file is too large. Split it into files of at most {most} characters.',
  'scheme.fault.levels_out_of_order':
    '{value} stars are not more than the {before} of the level before. List levels from fewest to most stars.',
  'scheme.fault.label_name_too_long':
    'The name on the label has {length} characters, more than the {most} there is room for. Shorten it.',
  'scheme.fault.malformed_address': '"{value}" is no web address. Begin it with https://.',
  'scheme.fault.malformed_day': '"{value}" is no day of the calendar. Write it like 2026-01-31.',
  'scheme.fault.malformed_id':
    '"{value}" cannot be a name. Begin with a letter or digit and use only letters, digits, hyphens and full stops, at most 64.',
  'scheme.fault.missing_entry': '"{value}" is missing. Add it.',
  'scheme.fault.missing_file': 'The file is missing. Create it.',
  'scheme.fault.missing_key': 'The key "{key}" is missing. Add it.',
  'scheme.fault.not_a_list': 'A list is wanted. Begin each line with "- ".',
  'scheme.fault.not_a_map': 'A group of keys is wanted. Write them as "name: value".',
  'scheme.fault.not_a_number': 'A number is wanted. Write it without quotes and without commas.',
  'scheme.fault.not_text': 'Text is wanted. Put quotes around values that look like numbers.',
  'scheme.fault.not_yes_or_no': 'Write either true or false.',
  'scheme.fault.nothing_in_force':
    'Level "{level}" opens on {day}, but nothing of this is in force then: {what}. Mend the period or open the level later.',
  'scheme.fault.number_check_place': 'Put the check characters {check} at the end of the number, once.',
  'scheme.fault.number_literal':
    'The number format contains "{characters}". Use only capitals A-Z, hyphens, slashes, full stops and spaces.',
  'scheme.fault.number_sequence': 'The number has {count} sequences. Put exactly one, such as {seq} for five digits.',
  'scheme.fault.number_unknown_field': 'There is no field "{field}". You can use {known}.',
  'scheme.fault.number_year_missing':
    'The sequence returns to 1 each year, but the number has no year. Add {year} or {yy}, or set restart to never.',
  'scheme.fault.numbers_alike':
    'Numbers of the kind "{kind}" cannot be told from those of "{other}". Change the first letter or the length.',
  'scheme.fault.out_of_range': '{value} cannot be used. Write a whole number from {least} to {most}.',
  'scheme.fault.period_gap': 'From {first} to {last} nothing is in force ({line}). Close the gap.',
  'scheme.fault.period_overlap':
    'The period from {from} overlaps the one that began on {started} ({line}). Mend the end of the earlier one.',
  'scheme.fault.period_reversed': 'The period ends on {until}, before it begins on {from}. Swap or mend them.',
  'scheme.fault.renewal_window_empty':
    'Renewal would close ({closesWeeksBefore} weeks before) before it opens ({opensMonthsBefore} months before). Open it earlier or close it later.',
  'scheme.fault.unknown_choice': 'This value cannot be used. Use one of: {known}.',
  'scheme.fault.unknown_file': 'This is no file of a scheme. Mend its name or take it out of the folder.',
  'scheme.fault.unknown_key': 'There is no key "{key}". Mend the spelling or remove it.',
  'scheme.fault.unknown_reference': 'There is no "{value}". Use one of: {known}.',
  'scheme.fault.unknown_zone': '"{value}" is no time zone. Write a name such as Asia/Tokyo.',
  'scheme.fault.yaml_syntax': 'This cannot be read as YAML. Look at indentation, colons and quotes ({reason}).',
};
