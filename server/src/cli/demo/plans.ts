import { TRACKERS } from '../../instruments/tracker.content.js';
import type { PlanDto, TreatmentPlanInput } from '../../plans/plans.dto.js';
import { PlanStandingService } from '../../plans/plan-standing.service.js';
import { PlansService } from '../../plans/plans.service.js';
import { newId } from '../../platform/ids.js';
import type { Person, Storyteller } from './storyteller.js';

interface Couple {
  therapist: Person;
  maya: Person;
  tom: Person;
  coupleId: string;
}
type Goal = TreatmentPlanInput['problems'][number]['goals'][number];

const inWords = (baseline: string, target: string): Goal['measure'] => ({
  ...{ kind: 'words', baseline, target },
  ...{ instrumentId: null, direction: 'at_least', points: null },
});

const atMost = (code: string, points: number): Goal['measure'] => ({
  ...{ kind: 'scale', baseline: '', target: '', direction: 'at_most', points },
  instrumentId: TRACKERS.find((each) => each.code === code)!.id,
});

const goal = (behaviour: string, relevance: string, achievable: string, measure: Goal['measure']): Goal => ({
  ...{ id: newId(), behaviour, relevance, achievable, measure },
  ...{ reviewOn: null, state: 'active', reason: '' },
});

const ownPlan = (): TreatmentPlanInput => ({
  problems: [
    {
      id: newId(),
      words: 'Since the discovery Maya hardly sleeps, and goes through bills and messages at night.',
      longGoal: 'Nights that belong to her again, and days in which the discovery is one thing among others.',
      goals: [
        goal(
          'Leaves bills and messages closed after nine in the evening, and writes down what she would look for.',
          'Looking at night has never made her surer, and each time cost her the sleep.',
          'She has done it on two evenings of her own accord.',
          inWords('Two evenings of seven', 'Six evenings of seven, for a month'),
        ),
        goal(
          'Grounds herself, by feet and breath, when a memory comes in by day.',
          'The load of the day is what she takes to bed.',
          'It has worked in the room, twice.',
          atMost('after-shock', 4),
        ),
      ],
    },
  ],
  interventions: [
    { id: newId(), what: 'Grounding, practised here first', frequency: 'every session', who: 'Maya with Dr Ellis' },
    { id: newId(), what: 'Feelings journal', frequency: 'three evenings a week', who: 'Maya' },
  ],
  endingCriteria: 'A month of nights of six hours or more, and a load that stays low through a hard week.',
  ...{ reviewOn: null, reviewWords: '' },
});

const jointPlan = (): TreatmentPlanInput => ({
  problems: [
    {
      id: newId(),
      words: 'Talks about what happened break off, or go on until neither can think.',
      longGoal: 'Both can ask and answer, and stop when it is enough.',
      goals: [
        goal(
          'Ten minutes of telling each evening: one speaks, the other says back what was heard.',
          'It has to be safe to speak before anything can be understood.',
          'They can stay in the room for twenty minutes with a stop word.',
          inWords('It breaks off in three talks of four', 'Kept on five evenings of seven, for six weeks'),
        ),
      ],
    },
  ],
  interventions: [
    { id: newId(), what: 'Speaking and listening in turns', frequency: 'every session', who: 'both with Dr Ellis' },
  ],
  endingCriteria: 'Two months without a talk that broke off, and both say that they know what they need to know.',
  ...{ reviewOn: null, reviewWords: '' },
});

/** Maya's own plan, to which she agreed on her phone, and the plan of the two: she agreed so too, he in the session after. */
export async function tellPlans(story: Storyteller, { therapist, maya, tom, coupleId }: Couple): Promise<void> {
  const plans = story.service(PlansService);
  const standing = story.service(PlanStandingService);
  const agreedOn = async (
    days: number,
    whose: { clientId: string } | { coupleId: string },
    text: TreatmentPlanInput,
  ) => {
    const tell = (minute: string, act: () => Promise<PlanDto>): Promise<PlanDto> =>
      story.tell(therapist, story.day(days, minute), act);
    const begun = await tell('12:10', () => plans.begin(whose));
    const saved = await tell('12:25', () => plans.save(begun.id, begun.version, text));
    await tell('12:30', () => standing.start(saved.id, saved.version));
    return tell('12:31', () => standing.show(saved.id));
  };
  const own = await agreedOn(-56, { clientId: maya.clientId ?? '' }, ownPlan());
  await story.tell(maya, story.day(-55, '20:40'), () => standing.answer(own.id, { answer: 'agreed' }));
  const joint = await agreedOn(-56, { coupleId }, jointPlan());
  await story.tell(maya, story.day(-55, '20:45'), () => standing.answer(joint.id, { answer: 'agreed' }));
  const his = { clientId: tom.clientId ?? '', answeredOn: story.date(-49) };
  await story.tell(therapist, story.day(-49, '10:55'), () => standing.agreedInSession(joint.id, his));
}
