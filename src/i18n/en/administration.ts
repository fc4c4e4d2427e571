import type { administration as source } from '../ja/administration.ts';

/** The pages of administrators. */
export const administration: Readonly<Record<keyof typeof source, string>> = {
  'administration.title': 'Administration',
  'administration.purpose': 'Invite and remove people, and see how the program fares.',
  'administration.people': 'People',
  'administration.person': 'Name',
  'administration.mail': 'Mail address',
  'administration.organisation': 'Organisation',
  'administration.roles': 'Roles',
  'administration.act': 'Action',
  'administration.invite': 'Invite',
  'administration.invite.full': 'Invite {name}',
  'administration.invited': 'Invited',
  'administration.invited.text':
    'The link below works once, until {at}. It is shown on this page only, and mailed where a mail server is set up.',
  'administration.leave': 'Remove',
  'administration.leave.full': 'Remove {name} from {organisation}',
  'administration.leave.question': 'Remove {name} from the organisation?',
  'administration.leave.follows':
    'All roles there are taken, and every sign-in ends at once. Unused invitations stop working.',
  'administration.leave.stays': 'What they did stays in the history.',
  'administration.reason': 'Reason',
  'administration.reason.missing': 'Enter a reason.',
  'administration.back': 'Back',
  'administration.scheme': 'Scheme data in force',
  'administration.scheme.name': 'Scheme',
  'administration.scheme.version': 'Version (SHA-256)',
  'administration.scheme.levels': 'Levels',
  'administration.jobs': 'Background jobs',
  'administration.job': 'Job',
  'administration.job.waiting': 'Waiting',
  'administration.job.failed': 'Failed',
  'administration.job.done': 'Done',
  'administration.letter.subject': 'Set up your sign-in',
  'administration.letter.text':
    'Set up how you sign in by the link below. It works once, until {at}.\n\n{link}\n\nIf you do not expect this, ignore this mail.',
};
