import { sheetOf } from '../styles.ts';
import { textAsset } from '../assets/text-asset.ts';

/** The parts of the workspaces in the order in which later rules may refine earlier ones. */
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
  'answer-list',
  'file-list',
  'record-table',
  'print',
  'workspace-print',
] as const;

/** The style sheet of every page of the workspaces; its address changes with its content. */
export const WORKSPACE_SHEET = textAsset('workspace.css', sheetOf(SHEETS));
