import type { copied as ja } from '../ja/copied.ts';

/** What concerns the register copied as files: the command, its pages, its job. */
export const copied: Readonly<Record<keyof typeof ja, string>> = {
  'cli.help.export': 'write the whole public side as files any web server can give out (only what changed)',
  'copied.option.static': 'the folder to write to (empty, or one written to before)',
  'copied.option.live': 'where this program runs, if not where the files are given out; search and the like lead there',
  'copied.option.whole': 'trust nothing that lies there and make everything anew',
  'copied.wanted.live': 'Give an address that begins with http:// or https://.',
  'copied.done':
    '{folder}: made {made} of {labels} labels anew (files written: {written}, the same as before: {same}, removed: {removed}).',
  'copied.nothing': '{folder}: nothing has changed since it was last written.',
  'copied.not-written': '{folder} could not be written: {reason}. The next run goes on from there.',
  'refusal.export_stopped': 'The export was stopped on the way. The next run goes on from there.',
  'refusal.export_folder_not_ours':
    'This folder holds something else than an export. Name an empty folder, or one that was exported to before.',
  'refusal.export_folder_in_use': 'Another export is at work in this folder. Try again when it has ended.',
  'copied.no-copy':
    '{folder} is no static copy that was written to its end. Write one with `shirushi export --static`.',
  'copied.serving': 'Giving out {folder} at {address}. Press Ctrl+C to stop.',
  'copied.search': 'Search',
  'copied.search.text':
    'This is a copy of the register: the search, and whatever else needs the register’s program, works only while that runs. Pages of labels and their proofs can always be read.',
  'copied.search.go': 'Search in the register',
  'copied.search.later': 'Please try again a little later.',
  'copied.search.number': 'If you have the registration number, put it behind {address} to open the label’s page.',
  'copied.search.data': 'Take the whole register away as data',
};
