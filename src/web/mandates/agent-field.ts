import type { Organisation } from '../../core/parties/organisation.ts';
import { choiceList } from '../parts/choice-list.ts';
import type { Html } from '../parts/html.ts';
import { written } from '../parts/written.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';

/** The agents a mandate can be given to. */
export function agentField(
  view: WorkspaceView,
  agents: readonly Organisation[],
  { chosen, error }: { readonly chosen: string; readonly error: string | undefined },
): Html {
  const { say } = view;
  const choices = agents.map(({ id, name, nameEn, corporateNumber }) => ({
    value: id,
    words: written(view, name, nameEn),
    support: corporateNumber === undefined ? undefined : say('mandates.agent.number', { number: corporateNumber }),
  }));
  return choiceList(view, {
    name: 'agent',
    label: say('mandates.agent'),
    need: 'required',
    takes: 'one',
    choices,
    chosen: [chosen],
    error,
  });
}
