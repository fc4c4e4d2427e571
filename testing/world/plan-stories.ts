import { findValidityRule } from '../../src/core/scheme/in-force.ts';
import type { Scheme } from '../../src/core/scheme/scheme.ts';
import { stepsOf, type StoryAct } from './endings.ts';
import { findLevel, type WorldLevels } from './levels.ts';
import { productTypesFor } from './product-types.ts';
import { productOf, type WorldProduct } from './products.ts';
import { EMPTY_DRAFT, STORIES, type Story } from './stories.ts';
import { dayOfEnd, issueDayFor, lastDayFor, lastWorkingDay, officeHour, type WorldCalendar } from './world-calendar.ts';

/** An act of a story with the moment it is done. */
export type PlannedStep = { readonly at: Temporal.Instant; readonly act: StoryAct };

/** A story with everything settled that its acts need; the empty draft has no product yet. */
export type PlannedStory = {
  readonly story: Story | undefined;
  readonly vendor: string;
  /** Place in the world, from 0: decides which officers take part. */
  readonly place: number;
  readonly level: string;
  readonly product: WorldProduct | undefined;
  readonly productType: string;
  /** The day the application is, or would be, submitted. */
  readonly submittedOn: Temporal.PlainDate;
  /** Stated where the term alone does not give the last day wanted. */
  readonly shortenedTo: Temporal.PlainDate | undefined;
  readonly wishedOn: Temporal.PlainDate | undefined;
  readonly steps: readonly PlannedStep[];
};

/** What stories are planned with. */
type Planning = { readonly scheme: Scheme; readonly calendar: WorldCalendar; readonly levels: WorldLevels };

type End = { readonly day: Temporal.PlainDate; readonly shortenedTo: Temporal.PlainDate | undefined };

function endOf({ scheme, calendar }: Planning, story: Story, level: string): End {
  const day = dayOfEnd(calendar, scheme, story.end);
  const rule = findValidityRule(scheme, level, day);
  if (story.stage === undefined || rule === undefined) return { day, shortenedTo: undefined };
  const lastDay = lastDayFor(story.stage, rule, calendar.today);
  const issued = issueDayFor(rule, lastDay);
  const isPossible = issued !== undefined && Temporal.PlainDate.compare(issued, calendar.firstEnd) >= 0;
  return isPossible ? { day: issued, shortenedTo: undefined } : { day, shortenedTo: lastDay };
}

/** The steps' days, each a working day, and their hours, so that a story's steps never trade places. */
function planSteps(
  calendar: WorldCalendar,
  ending: Story['ending'],
  at: { readonly end: Temporal.PlainDate; readonly place: number },
): readonly (PlannedStep & { readonly day: Temporal.PlainDate })[] {
  return stepsOf(ending).map(([act, daysBefore], order) => {
    const day = lastWorkingDay(calendar, at.end.subtract({ days: daysBefore }));
    return { act, day, at: officeHour(calendar, day, ((at.place * 7) % 45) + order * 50) };
  });
}

function planStory(planning: Planning, story: Story, place: number): readonly PlannedStory[] {
  const { scheme, calendar, levels } = planning;
  const product = productOf(story.product);
  const productType = productTypesFor(scheme).get(product.code) ?? '';
  const level = story.thirdParty === true ? findLevel(levels.thirdParty, productType) : levels.firstParty;
  if (level === undefined) return [];
  const { day, shortenedTo } = endOf(planning, story, level);
  const steps = planSteps(calendar, story.ending, { end: day, place });
  const submitted = steps.find(({ act }) => act === 'submit' || act === 'import');
  const planned = {
    story,
    vendor: product.vendor,
    place,
    level,
    product,
    productType,
    submittedOn: submitted?.day ?? calendar.today,
    shortenedTo,
    wishedOn: story.embargoDays === undefined ? undefined : day.add({ days: story.embargoDays }),
    steps,
  };
  return [planned];
}

function planEmptyDraft({ scheme, calendar, levels }: Planning, place: number): PlannedStory {
  const end = dayOfEnd(calendar, scheme, EMPTY_DRAFT.end);
  return {
    story: undefined,
    vendor: EMPTY_DRAFT.vendor,
    place,
    level: levels.firstParty,
    product: undefined,
    productType: '',
    submittedOn: calendar.today,
    shortenedTo: undefined,
    wishedOn: undefined,
    steps: planSteps(calendar, 'draft-empty', { end, place }),
  };
}

/** Every story of the world with its acts and their moments; stories the scheme has no room for are left out. */
export function planStories(planning: Planning): readonly PlannedStory[] {
  const told = STORIES.flatMap((story, place) => planStory(planning, story, place));
  return [...told, planEmptyDraft(planning, STORIES.length)];
}
