import { figure } from '../../../../../server/src/charts/axes.rules';
import type { BriefDto, BriefLineDto, BriefSessionDto } from '../../../api/types.gen';
import { clock, longDay, shortDay, shortWeekday } from '../../kit/clock';
import { readWords } from '../client/scales/chart-words';
import { MARKS, STATES } from '../couple/commitment-words';
import { STAGE_WORDS } from '../couple-words';
import { DUE_WORDS } from '../couple/safety-words';
import { modalityWords } from '../note/note-heading';
import { SEVERITY_WORDS } from '../risk/risk-words';

type Kind = BriefLineDto['kind'];

const PROMISE_MARKS: Record<string, string> = {
  done: $localize`done`,
  late: $localize`late`,
  missed: $localize`missed`,
  saw_it: $localize`saw it`,
  did_not: $localize`did not see it`,
  not_saying: $localize`rather not say`,
};

const LISTENING: Record<string, string> = {
  offered: $localize`offered something to listen to.`,
  reflected: $localize`was said back to, and has not answered yet.`,
  not_yet: $localize`does not feel heard yet.`,
  heard: $localize`feels heard.`,
};

const AGREEMENTS: Record<string, string> = {
  proposed: $localize`An agreement is put forward`,
  active: $localize`An agreement is in force`,
  revisiting: $localize`An agreement rests, to be looked at again`,
};

/** Where a goal that a scale measures stands. */
const GOALS: Record<string, string> = {
  reached: $localize`The target is reached.`,
  not_yet: $localize`The target is not reached yet.`,
  no_answer_since: $localize`No answer since it was set.`,
};

/** The tail that says that a clinician lets it through, or not. */
const WAITS = $localize`It waits for you.`;

const quoted = ({ title }: BriefLineDto): string => `“${title}”`;
const until = (dueOn: string | null): string => (dueOn ? longDay(dueOn) : '');

/** What a line says, by what it tells of. `who`: the one it is of, as the practice calls her. */
const SAY: Record<Kind, (line: BriefLineDto, who: string) => string> = {
  agreed: (line) => $localize`Agreed last time: ${line.title}:plan:`,
  goal: ({ title, detail }) => {
    const where = GOALS[detail ?? ''];
    return where ? $localize`Goal: ${title}:goal:. ${where}:where:` : $localize`Goal: ${title}:goal:`;
  },
  homework_sent: (line, who) => sentWords(line, who),
  homework_open: ({ title, dueOn }) =>
    dueOn
      ? $localize`Still open: ${title}:sheet:, wished for by ${until(dueOn)}:day:`
      : $localize`Still open: ${title}:sheet:`,
  shared: ({ title, detail }, who) =>
    detail
      ? $localize`${who}:who: wants to share ${title}:sheet:. ${WAITS}:waits:`
      : $localize`${who}:who: shared ${title}:sheet:.`,
  score: (line, who) => scoreWords(line, who),
  boundary: (line, who) => boundaryWords(line, who),
  boundary_mark: (line, who) =>
    $localize`${who}:who: marked ${quoted(line)}:boundary: as: ${MARKS[line.detail as keyof typeof MARKS]}:mark:.`,
  marks_differ: (line) => $localize`On ${quoted(line)}:boundary: they tell differently. Ask how each saw it.`,
  promise: (line, who) => promiseWords(line, who),
  promise_mark: (line, who) =>
    $localize`${who}:who: says of ${quoted(line)}:promise:: ${PROMISE_MARKS[line.detail ?? '']}:mark:.`,
  agreement: (line) => agreementWords(line),
  listening: ({ detail }, who) => `${who} ${LISTENING[detail ?? '']}`,
  question: (line) => $localize`Asked: ${quoted(line)}:question:`,
  risk: ({ detail }, who) =>
    $localize`Safety alert for ${who}:who:. ${SEVERITY_WORDS[detail as keyof typeof SEVERITY_WORDS]}:severity:.`,
  setback: (_line, who) => $localize`${who}:who: told of a setback.`,
  ask_alone: ({ detail }) => $localize`To be asked alone: ${DUE_WORDS[detail as keyof typeof DUE_WORDS]}:why:.`,
};

export const lineWords = (line: BriefLineDto, who: string): string => SAY[line.kind](line, who);

function sentWords({ title, draft, clientId }: BriefLineDto, who: string): string {
  const what = (draft ?? 1) > 1 ? $localize`${title}:sheet:, draft ${draft}:number:` : title;
  return clientId === null
    ? $localize`Both sent ${what}:sheet:. You have not read it.`
    : $localize`${who}:who: sent ${what}:sheet:. You have not read it.`;
}

function scoreWords({ title, score }: BriefLineDto, who: string): string {
  if (!score) return '';
  const value = $localize`${who}:who:, ${title}:scale:: ${figure(score.total)}:score: of ${figure(score.max)}:most:`;
  const read = readWords(score);
  return read ? `${value}, ${read}.` : `${value}.`;
}

function boundaryWords(line: BriefLineDto, who: string): string {
  if (line.knownTo === 'own') return $localize`${who}:who: put forward ${quoted(line)}:boundary:. ${WAITS}:waits:`;
  if (line.knownTo === 'staff')
    return $localize`${quoted(line)}:boundary:: newer words for it wait for you. The two live by different words.`;
  const state = STATES[line.detail as keyof typeof STATES];
  return $localize`${quoted(line)}:boundary:: ${state.toLowerCase()}:state:, to be looked at by ${until(line.dueOn)}:day:.`;
}

function promiseWords(line: BriefLineDto, who: string): string {
  const words =
    line.detail === 'past'
      ? $localize`${who}:who: had promised for ${until(line.dueOn)}:day:: ${quoted(line)}:promise:`
      : $localize`${who}:who: promised for ${until(line.dueOn)}:day:: ${quoted(line)}:promise:`;
  return line.knownTo === 'own' ? `${words} ${WAITS}` : words;
}

function agreementWords({ detail, dueOn, knownTo }: BriefLineDto): string {
  const words = AGREEMENTS[detail ?? ''] ?? '';
  const whole = dueOn ? $localize`${words}:agreement:, until ${until(dueOn)}:day:.` : `${words}.`;
  return knownTo === 'own' ? `${whole} ${WAITS}` : whole;
}

/** Where a line is told from. */
export function sourceOf({ kind, id, clientId, coupleId }: BriefLineDto): string[] {
  const couple = (part: string): string[] => ['/couples', coupleId ?? '', part];
  if (kind === 'agreed') return ['/notes', id];
  if (kind === 'homework_sent' || kind === 'homework_open' || kind === 'shared') return ['/assignments', id];
  if (kind === 'score') return ['/clients', clientId ?? '', 'scales'];
  if (kind === 'goal') return clientId ? ['/clients', clientId, 'plan'] : couple('plan');
  if (kind === 'risk') return ['/risk-alerts', id];
  if (kind === 'setback') return ['/clients', clientId ?? '', 'journal'];
  if (kind === 'agreement') return couple('agreements');
  if (kind === 'listening') return couple('listening');
  if (kind === 'question') return couple('questions');
  return couple(kind === 'ask_alone' ? 'safety' : 'commitments');
}

/** Who knows of it, and whether it is for the room. Of somebody who comes alone only what she does not know is said. */
export function seenWords({ knownTo, aloud }: BriefLineDto, who: string, isCouple: boolean): string {
  if (!isCouple) return aloud ? '' : $localize`Seen by: you only.`;
  if (knownTo === 'staff') return $localize`Seen by: you only.`;
  return knownTo === 'both' ? $localize`Seen by: both, you.` : $localize`Seen by: ${who}:who:, you.`;
}

/** "Maya & Tom K., 10:00 to 10:50"; of another day than today, with that day. */
export function briefHeading({ displayName, session }: BriefDto, zone: string, now: Date): string {
  if (!session) return displayName;
  const span = $localize`${clock(session.startsAt, zone)}:start: to ${clock(session.endsAt, zone)}:end:`;
  const day = shortWeekday(session.startsAt, zone);
  return day === shortWeekday(now, zone) ? `${displayName}, ${span}` : `${displayName}, ${day}, ${span}`;
}

/** How they come: a session of which only one of two was asked is that one's own. */
function comingWords({ modality, status }: BriefSessionDto, isCouple: boolean): string {
  const how = modalityWords(modality);
  if (isCouple && status === 'planned') return $localize`Both coming, ${how}:how:.`;
  return `${how.charAt(0).toUpperCase()}${how.slice(1)}.`;
}

/** "Both coming, in person. Session 9. Stage 2, understanding what happened. Last seen 30 September." */
export function aboutWords({ session, coupleId, stage, lastSeenAt }: BriefDto): string {
  const parts = [
    session ? comingWords(session, coupleId !== null) : $localize`No session is planned.`,
    session ? $localize`Session ${session.number}:number:.` : '',
    stage ? `${STAGE_WORDS[stage]}.` : '',
    lastSeenAt ? $localize`Last seen ${longDay(lastSeenAt)}:day:.` : $localize`Not seen before.`,
  ];
  return parts.filter(Boolean).join(' ');
}

export const dayWords = (at: string | null): string => (at ? shortDay(at) : '');
