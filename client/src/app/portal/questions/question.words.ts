import type { AskedDto, PlannedDto, QuestionDto } from '../../../api/types.gen';
import type { Choice } from '../../kit/choice';
import { sessionTime, weekday } from '../../kit/clock';

export const TAGS: readonly Choice[] = [
  { key: 'now', label: $localize`I want to know soon` },
  { key: 'in_session', label: $localize`In a session` },
  { key: 'not_yet', label: $localize`Not yet` },
  { key: 'not_to_know', label: $localize`I decided not to know` },
];

export const LEVELS: readonly Choice[] = [
  { key: 'facts', label: $localize`Facts only`, note: $localize`what, when, how long` },
  { key: 'outline', label: $localize`How it came about, too`, note: $localize`without scenes` },
  { key: 'full', label: $localize`All that I ask about` },
];

const labelOf = (choices: readonly Choice[], key: string): string =>
  choices.find((choice) => choice.key === key)?.label ?? '';

export const tagWord = (tag: string): string => labelOf(TAGS, tag);
export const levelWord = (level: string): string => labelOf(LEVELS, level);

/** "Thursday 26 November, 10:00" */
export const dayWords = ({ startsAt }: Pick<PlannedDto, 'startsAt'>): string => sessionTime(startsAt);

/** How a question of one's own stands. Nothing here hangs on what the other writes. */
export function standing(it: QuestionDto): string {
  switch (it.state) {
    case 'open':
      return $localize`With your therapist. Nobody else has read it.`;
    case 'passed_on':
      return it.plannedFor
        ? $localize`Passed on. It has a place in your session on ${dayWords(it.plannedFor)}:day:.`
        : $localize`Passed on to your partner by your therapist.`;
    case 'answered':
      return $localize`Answered in your session on ${weekday(it.given?.givenAt ?? it.askedAt)}:day:.`;
    case 'set_aside':
      return $localize`Set aside. Your therapist will talk with you about it.`;
    case 'withdrawn':
      return $localize`You took it back.`;
  }
}

/** How a question that one is asked stands. */
export function askedStanding(it: AskedDto): string {
  if (it.state === 'closed') return $localize`This is not asked any more. Your words stay here.`;
  if (it.given) return $localize`Answered in your session on ${weekday(it.given.givenAt)}:day:.`;
  return it.plannedFor
    ? $localize`It has a place in your session on ${dayWords(it.plannedFor)}:day:.`
    : $localize`Your therapist says when it is time. There is no hurry.`;
}
