import { publishDueLabels } from '../../src/app/label/publish-due-labels.ts';
import { findActor } from '../../src/app/parties/find-actor.ts';
import type { Deps } from '../../src/app/ports.ts';
import { legalDay } from '../../src/core/kernel/legal-day.ts';
import type { Localized } from '../../src/core/kernel/text.ts';
import type { Scheme } from '../../src/core/scheme/scheme.ts';
import type { StoryAct } from './endings.ts';
import { SimulatedClock } from './clock.ts';
import { worldLevels } from './levels.ts';
import { registerParties, registerWorldPerson, WORLD_BUILDER, type Registered } from './parties.ts';
import { NEWCOMER } from './people.ts';
import { planStories, type PlannedStory } from './plan-stories.ts';
import { EMPTY_DRAFT } from './stories.ts';
import { perform } from './story-acts.ts';
import { summarizeDemonstration, type DemonstrationSummary } from './summary.ts';
import type { Telling } from './telling.ts';
import { worldCalendar, type WorldCalendar } from './world-calendar.ts';

/** What the world is built with: everything acts are given, save the clock, which the builder moves itself. */
type DemonstrationDeps = Omit<Deps, 'clock'>;

/** How a world is built. */
type DemonstrationOptions = {
  /** The moment the world ends; serve it with a clock that goes on from here. */
  readonly now: Temporal.Instant;
  /** Told after each act: how many are done, of how many, and what the act was about. */
  readonly onProgress?: (done: number, total: number, what: Localized) => void;
};

/** Something that happens in the world at a moment. */
type Happening = {
  readonly at: Temporal.Instant;
  readonly what: Localized;
  readonly happen: (deps: Deps, registered: Registered) => Promise<void>;
};

const PUBLICATION: Localized = { ja: '公表', en: 'Publication' };

function planOf(scheme: Scheme, deps: DemonstrationDeps, now: Temporal.Instant) {
  const today = legalDay(now, scheme.zone);
  const levels = worldLevels(scheme, today);
  const calendar = worldCalendar(scheme, levels.firstParty, { today, workingDays: deps.workingDays });
  return { calendar, stories: planStories({ scheme, calendar, levels }) };
}

/** The acts of a story as things that happen; they share the case the first of them opens. */
function happeningsOf(plan: PlannedStory): readonly Happening[] {
  let telling: Telling | undefined;
  const tell = (deps: Deps, organisations: Registered, act: StoryAct): Promise<void> => {
    telling ??= { deps, plan, organisations, case: undefined };
    return perform(telling, act);
  };
  return plan.steps.map(({ at, act }) => ({
    at,
    what: plan.product?.name ?? EMPTY_DRAFT.shown,
    happen: (deps, registered) => tell(deps, registered, act),
  }));
}

/** The job that publishes labels, early on each day somebody wished for that has come. */
function publications(stories: readonly PlannedStory[], calendar: WorldCalendar): readonly Happening[] {
  const days = stories.flatMap(({ wishedOn, steps }) =>
    wishedOn !== undefined && steps.some(({ act }) => act === 'confirm') ? [wishedOn] : [],
  );
  return days
    .filter((day) => Temporal.PlainDate.compare(day, calendar.today) < 0)
    .map((day) => ({
      at: day.toZonedDateTime({ timeZone: calendar.zone, plainTime: '00:05' }).toInstant(),
      what: PUBLICATION,
      happen: async (deps: Deps) => {
        await publishDueLabels(deps, WORLD_BUILDER);
      },
    }));
}

/** Everything that happens, first to last. */
function history(scheme: Scheme, deps: DemonstrationDeps, now: Temporal.Instant): readonly Happening[] {
  const { calendar, stories } = planOf(scheme, deps, now);
  return [...stories.flatMap(happeningsOf), ...publications(stories, calendar)].sort((first, second) =>
    Temporal.Instant.compare(first.at, second.at),
  );
}

/**
 * When the world begins: a fortnight before the first act. Load the scheme with a clock that shows this, so that its event
 * comes first in time as well.
 */
export function beginningOf(deps: DemonstrationDeps, now: Temporal.Instant): Temporal.Instant {
  const first = history(deps.scheme.scheme, deps, now)[0];
  return (first?.at ?? now).subtract({ hours: 14 * 24 });
}

/** Whether a whole world is in the database; one whose building was interrupted does not count. */
export async function isDemonstrationBuilt(deps: Deps): Promise<boolean> {
  return (await findActor(deps, NEWCOMER.mail)) !== undefined;
}

/**
 * Builds the demonstration world in an empty database by the acts people would have done, each at its own simulated
 * moment of about the last two years. Build it where nothing was built before: after an interruption, begin anew.
 */
export async function buildDemonstration(
  given: DemonstrationDeps,
  { now, onProgress }: DemonstrationOptions,
): Promise<DemonstrationSummary> {
  const happenings = history(given.scheme.scheme, given, now);
  const clock = new SimulatedClock(beginningOf(given, now));
  const deps: Deps = { ...given, clock };
  const registered = await registerParties(deps);
  for (const [done, { at, what, happen }] of happenings.entries()) {
    clock.set(at);
    await happen(deps, registered);
    onProgress?.(done + 1, happenings.length, what);
  }
  clock.set(now);
  await registerWorldPerson(deps, registered, NEWCOMER);
  return summarizeDemonstration(deps);
}
