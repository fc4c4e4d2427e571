import { sheetOf } from '../styles.ts';
import { scriptText, textAsset } from './text-asset.ts';

/** In the order in which later rules may refine earlier ones. */
const SHEETS = [
  'page',
  'demonstration-notice',
  'header',
  'workspace-header',
  'footer',
  'status-banner',
  'stars',
  'section',
  'description-list',
  'data-table',
  'disclosure',
  'notification',
  'timeline',
  'workspace',
  'button',
  'form-field',
  'choice-list',
  'file-field',
  'error-summary',
  'notification-banner',
  'status-tag',
  'task-list',
  'desk',
  'answer-list',
  'file-list',
  'record-table',
  'table-cards',
  'case-steps',
  'history-list',
  'place',
  'pagination',
  'filter-bar',
  'chip',
  'count-cards',
  'chart',
  'progress-bar',
  'comparison',
  'confirmation',
  'empty-state',
  'office',
  'print',
  'workspace-print',
] as const;

/** In the order in which later ones use earlier ones; together they are one module. */
const SCRIPTS = ['common', 'faults', 'counter', 'autosave', 'refusals', 'upload', 'drop', 'progress', 'start'] as const;

/** The one style sheet of signed-in pages. */
export const WORKSPACE_STYLESHEET = textAsset('workspace.css', sheetOf(SHEETS));

/** The one script of signed-in pages, a module; they work without it. */
export const WORKSPACE_SCRIPT = textAsset('workspace.js', SCRIPTS.map(scriptText).join('\n'));

/** Lets forms be answered by a passkey. */
export const PASSKEY_SCRIPT = textAsset('passkey.js', scriptText('passkey'));
