import type { DeskQuestionDto, PartnerReadinessDto } from '../../../api/types.gen';
import type { Choice } from '../../kit/choice';

type Tag = DeskQuestionDto['tag'];
type Level = DeskQuestionDto['detail'];
type Lack = DeskQuestionDto['lacks'][number];

export const TAG_WORDS: Record<Tag, string> = {
  now: $localize`soon`,
  in_session: $localize`in a session`,
  not_yet: $localize`not yet`,
  not_to_know: $localize`decided not to know`,
};

export const LEVEL_WORDS: Record<Level, string> = {
  facts: $localize`facts only`,
  outline: $localize`how it came about, too`,
  full: $localize`all that was asked`,
};

const LEVELS: readonly Level[] = ['facts', 'outline', 'full'];

/** What can be told: no more than was wanted. */
export const levelsUpTo = (wanted: Level): Choice[] =>
  LEVELS.slice(0, LEVELS.indexOf(wanted) + 1).map((key) => ({ key, label: LEVEL_WORDS[key] }));

export const LACK_WORDS: Record<Lack, string> = {
  roles: $localize`parts by which the other is asked, in what happened`,
  safety: $localize`a clear safety check of each`,
  not_wanted: $localize`that an answer is wanted`,
  not_passed_on: $localize`passing it on`,
  no_answer: $localize`words for it`,
  no_consent: $localize`the word that they can be used`,
  no_session: $localize`a session for it`,
  not_in_session: $localize`being in that session`,
  not_ready: $localize`both being ready`,
  no_aftercare: $localize`a plan for afterwards of each`,
};

/** "Still missing: …" */
export const lackWords = (lacks: readonly Lack[]): string =>
  new Intl.ListFormat('en-GB').format(lacks.map((lack) => LACK_WORDS[lack]));

/** "Ready, planned for afterwards" */
export function readyWords(one: PartnerReadinessDto): string {
  if (one.ready === null) return $localize`Has not said.`;
  const plan = one.planned ? $localize`Afterwards is planned.` : $localize`No plan for afterwards yet.`;
  return `${one.ready ? $localize`Ready.` : $localize`Not this time.`} ${plan}`;
}
