import { PausesService } from '../../assignments/pauses.service.js';
import { TRACKERS } from '../../instruments/tracker.content.js';
import { SchedulesService } from '../../scales/schedules.service.js';
import type { Person, Storyteller } from './storyteller.js';

interface Asked {
  therapist: Person;
  coupleId: string;
  /** Asked before each session, aloud: she has no portal. */
  aloud: string;
  /** Asked every week, and away for one. */
  away: string;
}

/** What is asked before each session, of two in one act and of one person alone; and a week in which nothing is asked. */
export async function tellCheckIns(story: Storyteller, { therapist, coupleId, aloud, away }: Asked): Promise<void> {
  const schedules = story.service(SchedulesService);
  const idOf = (code: string): string => TRACKERS.find((each) => each.code === code)!.id;
  const startsOn = story.date(-20);
  const beforeSessions = { beforeEachSession: true, startsOn, remind: true };
  await story.tell(therapist, story.day(-20, '12:10'), () =>
    schedules.schedule({ instrumentId: idOf('repair-climate'), coupleId, ...beforeSessions }),
  );
  await story.tell(therapist, story.day(-20, '12:20'), () =>
    schedules.schedule({ instrumentId: idOf('trust-check-in'), clientId: aloud, ...beforeSessions }),
  );
  await story.tell(therapist, story.day(-20, '12:30'), () =>
    schedules.schedule({ instrumentId: idOf('after-shock'), clientId: away, everyDays: 7, startsOn }),
  );
  await story.tell(therapist, story.day(-1, '17:15'), () => story.service(PausesService).take(away, 7, 'check_ins'));
}
