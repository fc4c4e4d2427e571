import type { FoundSession } from '../../app/access/find-session.ts';
import type { PersonActor } from '../../core/access/actor.ts';
import type { View } from '../view.ts';
import type { Outcome } from './told-outcome.ts';

/** Who asks for a page of the workspaces: what acts need (`actor`), and what pages show. */
export type SignedIn = {
  readonly session: FoundSession;
  readonly actor: PersonActor;
  /** Shows that a form is ours; it belongs into every form that changes something, as the field `csrf`. */
  readonly csrf: string;
};

/** A view of a page of the workspaces. */
export type WorkspaceView = View & {
  readonly signedIn: SignedIn;
  /** What became of what was just done, for the page that tells it. */
  readonly outcome?: Outcome | undefined;
};
