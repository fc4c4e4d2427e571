import type { Command, ListedCommand } from './command.ts';

/**
 * Every command of the command line, in the order help lists them. Each is loaded only when it is run or explained: most
 * bring much of the program with them.
 */
export const COMMANDS: readonly ListedCommand<Command>[] = [
  {
    name: 'scheme check',
    help: 'cli.help.scheme-check',
    positionals: ['DIR?'],
    load: async () => (await import('./scheme-check.ts')).schemeCheck,
  },
  {
    name: 'template',
    help: 'cli.help.template',
    positionals: [],
    load: async () => (await import('./template.ts')).template,
  },
  {
    name: 'apply',
    help: 'cli.help.apply',
    positionals: ['FILE'],
    load: async () => (await import('./apply.ts')).apply,
  },
  {
    name: 'case list',
    help: 'cli.help.case-list',
    positionals: [],
    load: async () => (await import('./case-list.ts')).caseList,
  },
  {
    name: 'case show',
    help: 'cli.help.case-show',
    positionals: ['NUMBER'],
    load: async () => (await import('./case-show.ts')).caseShow,
  },
  {
    name: 'case history',
    help: 'cli.help.case-history',
    positionals: ['NUMBER'],
    load: async () => (await import('./case-history.ts')).caseHistory,
  },
  {
    name: 'case submit',
    help: 'cli.help.case-submit',
    positionals: ['NUMBER'],
    load: async () => (await import('./case-submit.ts')).caseSubmit,
  },
  {
    name: 'case return',
    help: 'cli.help.case-return',
    positionals: ['NUMBER'],
    load: async () => (await import('./case-return.ts')).caseReturn,
  },
  {
    name: 'case accept',
    help: 'cli.help.case-accept',
    positionals: ['NUMBER'],
    load: async () => (await import('./case-accept.ts')).caseAccept,
  },
  {
    name: 'case decline',
    help: 'cli.help.case-decline',
    positionals: ['NUMBER'],
    load: async () => (await import('./case-decline.ts')).caseDecline,
  },
  {
    name: 'case pay',
    help: 'cli.help.case-pay',
    positionals: ['NUMBER'],
    load: async () => (await import('./case-pay.ts')).casePay,
  },
  {
    name: 'case provisional',
    help: 'cli.help.case-provisional',
    positionals: ['NUMBER'],
    load: async () => (await import('./case-provisional.ts')).caseProvisional,
  },
  {
    name: 'case grant',
    help: 'cli.help.case-grant',
    positionals: ['NUMBER'],
    load: async () => (await import('./case-grant.ts')).caseGrant,
  },
  {
    name: 'case refuse',
    help: 'cli.help.case-refuse',
    positionals: ['NUMBER'],
    load: async () => (await import('./case-refuse.ts')).caseRefuse,
  },
  {
    name: 'case withdraw',
    help: 'cli.help.case-withdraw',
    positionals: ['NUMBER'],
    load: async () => (await import('./case-withdraw.ts')).caseWithdraw,
  },
  {
    name: 'case discontinue',
    help: 'cli.help.case-discontinue',
    positionals: ['NUMBER'],
    load: async () => (await import('./case-discontinue.ts')).caseDiscontinue,
  },
  {
    name: 'label show',
    help: 'cli.help.label-show',
    positionals: ['NUMBER'],
    load: async () => (await import('./label-show.ts')).labelShow,
  },
  {
    name: 'label artwork',
    help: 'cli.help.label-artwork',
    positionals: ['NUMBER'],
    load: async () => (await import('./label-artwork.ts')).labelArtwork,
  },
  {
    name: 'verify',
    help: 'cli.help.verify',
    positionals: ['TARGET…'],
    load: async () => (await import('./verify.ts')).verify,
  },
  {
    name: 'audit',
    help: 'cli.help.audit',
    positionals: ['URL'],
    load: async () => (await import('./audit.ts')).audit,
  },
  {
    name: 'export',
    help: 'cli.help.export',
    positionals: [],
    load: async () => (await import('./export.ts')).exportStatic,
  },
  {
    name: 'people',
    help: 'cli.help.people',
    positionals: [],
    load: async () => (await import('./people.ts')).people,
  },
  {
    name: 'organisation register',
    help: 'cli.help.organisation-register',
    positionals: [],
    load: async () => (await import('./organisation-register.ts')).organisationRegister,
  },
  {
    name: 'person register',
    help: 'cli.help.person-register',
    positionals: [],
    load: async () => (await import('./person-register.ts')).personRegister,
  },
  {
    name: 'staff invite',
    help: 'cli.help.staff-invite',
    positionals: ['MAIL'],
    load: async () => (await import('./staff-invite.ts')).staffInvite,
  },
  {
    name: 'person leave',
    help: 'cli.help.person-leave',
    positionals: ['MAIL'],
    load: async () => (await import('./person-leave.ts')).personLeave,
  },
  {
    name: 'person sign-out',
    help: 'cli.help.person-sign-out',
    positionals: ['MAIL'],
    load: async () => (await import('./person-sign-out.ts')).personSignOut,
  },
  {
    name: 'mandate give',
    help: 'cli.help.mandate-give',
    positionals: [],
    load: async () => (await import('./mandate-give.ts')).mandateGive,
  },
  {
    name: 'mandate revoke',
    help: 'cli.help.mandate-revoke',
    positionals: ['ID'],
    load: async () => (await import('./mandate-revoke.ts')).mandateRevoke,
  },
  {
    name: 'key rotate',
    help: 'cli.help.key-rotate',
    positionals: [],
    load: async () => (await import('./key-rotate.ts')).keyRotate,
  },
  {
    name: 'key revoke',
    help: 'cli.help.key-revoke',
    positionals: ['KEY'],
    load: async () => (await import('./key-revoke.ts')).keyRevoke,
  },
  {
    name: 'key list',
    help: 'cli.help.key-list',
    positionals: [],
    load: async () => (await import('./key-list.ts')).keyList,
  },
  {
    name: 'log rotate-key',
    help: 'cli.help.log-rotate-key',
    positionals: [],
    load: async () => (await import('./log-rotate-key.ts')).logRotateKey,
  },
  {
    name: 'log retire-key',
    help: 'cli.help.log-retire-key',
    positionals: [],
    load: async () => (await import('./log-retire-key.ts')).logRetireKey,
  },
  {
    name: 'files reconcile',
    help: 'cli.help.files-reconcile',
    positionals: [],
    load: async () => (await import('./files-reconcile.ts')).filesReconcile,
  },
];
