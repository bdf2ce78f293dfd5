import { figure } from '../charts/axes.rules.js';
import type { Piece } from '../paper/paper.definition.js';
import type { WordToJointPlan } from '../plans/plan.content.js';
import type { GoalDto, GoalReadingDto, PlanAnswerDto, PlanDto, TreatmentContentDto } from '../plans/plans.dto.js';
import { longDate } from './answer-words.rules.js';
import { longDay } from './chart-words.js';

/** What of a plan stands on paper. */
export interface PlanOnPaper {
  content: TreatmentContentDto;
  /** Where goals stand now; left out of what tells of another moment. */
  readings?: readonly GoalReadingDto[];
  endReason?: string | null;
}
const STATES: Record<GoalDto['state'], string> = { active: '', met: 'met', paused: 'paused', dropped: 'dropped' };

/** "Version 2, in force since 3 October 2026". */
export function planStanding({ number, status, startedAt, endedAt }: PlanDto, zone: string): string {
  const day = (at: string | null): string => (at ? longDate(new Date(at), zone, false) : '');
  switch (status) {
    case 'in_force':
      return `Version ${number}, in force since ${day(startedAt)}`;
    case 'superseded':
      return `Version ${number}, in force from ${day(startedAt)} to ${day(endedAt)}`;
    case 'ended':
      return `Version ${number}, from ${day(startedAt)}, ended on ${day(endedAt)}`;
    case 'draft':
    case 'discarded':
      return `Draft of version ${number}`;
  }
}

/** Who put it in force, when it is looked at again, and since when it is shown: one line each, below its heading. */
export function planFacts(plan: PlanDto, zone: string): string[] {
  const { startedByName, status, reviewOn, sharedAt } = plan;
  return [
    `${planStanding(plan, zone)}.`,
    ...(startedByName ? [`Put in force by ${startedByName}.`] : []),
    ...(status === 'in_force' && reviewOn ? [`Next review on ${longDay(reviewOn)}.`] : []),
    ...(sharedAt ? [`Shown in the portal since ${longDate(new Date(sharedAt), zone, false)}.`] : []),
  ];
}

/** What a plan says, in the order in which it is read on a screen; `level` of the headings of its parts. */
export function planPieces({ content, readings = [], endReason }: PlanOnPaper, level: 2 | 3): Piece[] {
  const part = (title: string): Piece => ({ kind: 'part', level, title });
  const told = (title: string, words: string): Piece[] => (words.trim() ? [part(title), { kind: 'words', words }] : []);
  const isOne = content.problems.length === 1;
  return [
    ...told('What was seen at this review', content.reviewWords),
    ...content.problems.flatMap(({ words, longGoal, goals }, at): Piece[] => [
      part(isOne ? 'The problem' : `Problem ${at + 1}`),
      { kind: 'words', words: words.trim() ? words : '–' },
      { kind: 'words', words: `In the long run: ${longGoal.trim() ? longGoal : '–'}` },
      ...goals.flatMap((goal) => goalPieces(goal, readings, level)),
    ]),
    ...told('What we do', content.interventions.map(doneWords).join('\n\n')),
    ...told('The work is done when', content.endingCriteria),
    ...told('Why it ended', endReason ?? ''),
  ];
}

function goalPieces(goal: GoalDto, readings: readonly GoalReadingDto[], level: 2 | 3): Piece[] {
  const { number, state, behaviour, relevance, achievable, reason, reviewOn } = goal;
  const name = number === null ? 'New goal' : `Goal ${number}`;
  const reading = state === 'active' ? readings.find(({ goalId }) => goalId === goal.id) : undefined;
  const facts: [string, string][] = [
    ['Reached when', targetWords(goal)],
    ['At the start', startWords(goal)],
    ['Now', reading ? readingWords(reading) : ''],
    ['Why it matters', relevance],
    ['Why it can be done', achievable],
    [`Why it is ${STATES[state]}`, state === 'active' ? '' : reason],
    ['Looked at on', reviewOn ? longDay(reviewOn) : ''],
  ];
  return [
    { kind: 'part', level: level === 2 ? 3 : 4, title: STATES[state] ? `${name}, ${STATES[state]}` : name },
    { kind: 'words', words: behaviour.trim() ? behaviour : '–' },
    ...facts.flatMap(([what, words]): Piece[] => (words.trim() ? [{ kind: 'words', words: `${what}: ${words}` }] : [])),
  ];
}

const doneWords = ({ what, frequency, who }: TreatmentContentDto['interventions'][number]): string =>
  [what, frequency, who].filter((one) => one.trim()).join(', ');

function targetWords({ measure }: GoalDto): string {
  const { kind, target, title, direction, points } = measure;
  if (kind === 'words') return target;
  return `${title}: ${direction === 'at_most' ? 'at most' : 'at least'} ${figure(points ?? 0)} points`;
}

function startWords({ measure: { kind, baseline, begun } }: GoalDto): string {
  if (kind === 'words') return baseline;
  return begun ? `${figure(begun.total)} on ${longDay(begun.answeredOn)}` : '';
}

function readingWords({ state, last }: GoalReadingDto): string {
  const score = last ? `${figure(last.total)} on ${longDay(last.answeredOn)}` : '';
  if (state === 'no_answer_since') return last ? `no answer since; before that ${score}` : 'no answer since';
  return state === 'reached' ? `target reached, ${score}` : `not yet, ${score}`;
}

/** Who agreed, how and on which day, each person's last word and those before it. `nameOf`: of whose plan it is. */
export function agreementPieces(
  answers: readonly PlanAnswerDto[],
  people: readonly string[],
  nameOf: (id: string) => string,
): Piece[] {
  return people.flatMap((person): Piece[] => {
    const own = answers.filter(({ clientId }) => clientId === person);
    if (own.length === 0) return [{ kind: 'words', words: `${nameOf(person)}: no answer yet.` }];
    return own.flatMap((answer) => wordPieces(`${nameOf(person)} ${answerWords(answer)}`, answer.comment));
  });
}

function answerWords({ answer, way, answeredOn, recordedByName }: PlanAnswerDto): string {
  const on = `on ${longDay(answeredOn)}`;
  if (answer === 'disagreed') return `did not agree, ${on}.`;
  return way === 'own'
    ? `agreed ${on}, by their own act.`
    : `agreed in a session ${on}, written down by ${recordedByName}.`;
}

/** One's own words to the plan of two: no word of the plan, nor of what the other said to it. */
export const wordToJointPieces = (words: readonly WordToJointPlan[]): Piece[] =>
  words.flatMap(({ planNumber, answer, way, answeredOn, comment, recordedByName }) => {
    const to = planNumber === null ? 'To the joint plan' : `To version ${planNumber} of the joint plan`;
    const said = answer === 'agreed' ? 'agreed' : 'did not agree';
    return way === 'own'
      ? wordPieces(`${to}, ${longDay(answeredOn)}: ${said}.`, comment)
      : wordPieces(`${to}, ${longDay(answeredOn)}: ${said} in a session, written down by ${recordedByName}.`, comment);
  });

/** What somebody said to a plan, as it is told to that person. */
export function ownWordPieces({ answer, way, answeredOn, comment }: PlanAnswerDto): Piece[] {
  const on = longDay(answeredOn);
  if (answer === 'disagreed') return wordPieces(`On ${on} I said that something is not right.`, comment);
  return wordPieces(way === 'own' ? `I agreed on ${on}.` : `I agreed in a session on ${on}.`, comment);
}

const wordPieces = (words: string, comment: string | null): Piece[] => [
  { kind: 'words', words },
  ...(comment ? [{ kind: 'words' as const, quiet: true, words: `“${comment}”` }] : []),
];
