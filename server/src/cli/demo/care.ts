import { NotesService } from '../../notes/notes.service.js';
import { SigningService } from '../../notes/signing.service.js';
import { BASELINE_WEEKS } from '../../scales/baseline.rules.js';
import { TRACKERS } from '../../instruments/tracker.content.js';
import { ScalesService } from '../../scales/scales.service.js';
import { SchedulesService } from '../../scales/schedules.service.js';
import { SessionsService } from '../../sessions/sessions.service.js';
import { homeworkOf, type Household } from './homework.js';
import type { DemoNote } from './notes.content.js';
import { dice, type Person, type Storyteller } from './storyteller.js';

export type InCare = { therapist: Person } & (
  { clientId: string; coupleId?: undefined } | { coupleId: string; clientId?: undefined }
);

/** A weekly series: the mean moves from `from` to `to`; weeks in `missing` (counted back from now) were not answered. */
interface Course {
  weeks: number;
  from: number;
  to: number;
  seed: number;
  missing?: number[];
}

const MINUTES = 50;

/** What happens in care, week by week. */
export function careOf(story: Storyteller) {
  const sessions = story.service(SessionsService);
  const notes = story.service(NotesService);
  const signing = story.service(SigningService);
  const scales = story.service(ScalesService);
  const schedules = story.service(SchedulesService);

  const whose = ({ clientId, coupleId }: InCare): { clientId: string } | { coupleId: string } =>
    clientId ? { clientId } : { coupleId: coupleId! };
  const planned = async (care: InCare, days: number, time: string) => {
    const startsAt = story.day(days, time);
    const endsAt = new Date(startsAt.getTime() + MINUTES * 60_000);
    return story.tell(care.therapist, story.day(Math.min(days, 0) - 7, '12:00'), () =>
      sessions.plan({
        ...whose(care),
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        modality: 'in_person',
      }),
    );
  };

  return {
    async plan(care: InCare, days: number, time: string): Promise<void> {
      await planned(care, days, time);
    },

    /** A session that took place; its note signed the same evening, or (null) not begun yet. */
    async session(care: InCare, days: number, time: string, note: DemoNote | null): Promise<void> {
      const session = await planned(care, days, time);
      if (!note) return;
      const ended = new Date(Date.parse(session.endsAt));
      const draft = await story.tell(care.therapist, ended, () =>
        notes.start({ sessionId: session.id, kind: 'progress', format: note.format, sections: note.sections }),
      );
      await story.tell(care.therapist, new Date(ended.getTime() + 25 * 60_000), () =>
        signing.sign(draft.id, draft.version),
      );
    },

    async scales(
      therapist: Person,
      who: Person,
      code: string,
      { weeks, from, to, seed, missing = [] }: Course,
    ): Promise<void> {
      const instrument = TRACKERS.find((each) => each.code === code)!;
      const clientId = who.clientId!;
      const roll = dice(seed);
      await story.tell(therapist, story.day(-7 * weeks - 1, '12:00'), () =>
        schedules.schedule({ instrumentId: instrument.id, clientId, everyDays: 7, startsOn: story.date(-7 * weeks) }),
      );
      for (let week = weeks; week >= 1; week--) {
        // Level at first, so that there is a usual range to hold the later weeks against.
        const moved = Math.max(0, weeks - week - BASELINE_WEEKS.least) / Math.max(weeks - 1 - BASELINE_WEEKS.least, 1);
        const level = from + (to - from) * moved;
        const answers = Object.fromEntries(
          instrument.items.map((item) => {
            const value = Math.min(10, Math.max(0, Math.round(level + (roll() - 0.5) * 3)));
            return [item.key, roll() < 0.03 ? null : item.reverse ? 10 - value : value];
          }),
        );
        if (missing.includes(week)) continue;
        const at = story.day(-7 * week + 1, '21:40');
        await story.tell(who, at, () =>
          scales.answer({ instrumentId: instrument.id, clientId, answers, answeredAt: at.toISOString() }),
        );
      }
    },

    homework: (therapist: Person, household: Household) => homeworkOf(story).couple(therapist, household),
    journal: (therapist: Person, who: Person) => homeworkOf(story).journal(therapist, who),
  };
}
