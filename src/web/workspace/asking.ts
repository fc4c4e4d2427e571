import type { Context } from 'hono';
import { viewFor } from '../answer.ts';
import type { Site } from '../view.ts';
import type { WebEnv } from '../web-setup.ts';
import type { SignedIn, WorkspaceView } from './signed-in.ts';

/** Who asks. Only pages behind the workspace's guard may ask this: without it there is nobody, which is a bug. */
export function signedIn(c: Context<WebEnv>): SignedIn {
  const found = c.get('signedIn');
  if (found === undefined) throw new Error('a page of the workspaces is not behind their guard');
  return found;
}

/** The view of a page of the workspaces for whoever asks. */
export function workspaceView(c: Context<WebEnv>, site: Site): WorkspaceView {
  const noteRefusal = (code: string): void => c.set('refusal', code);
  return { ...viewFor(c, site), signedIn: signedIn(c), noteRefusal, outcome: c.get('outcome') };
}

/** The fields of the form that was sent; the guard has read it and knows it for ours. */
export function sentForm(c: Context<WebEnv>): URLSearchParams {
  const form = c.get('form');
  if (form === undefined) throw new Error('a form was looked for where none can be sent');
  return form;
}
