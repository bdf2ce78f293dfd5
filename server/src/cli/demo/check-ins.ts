import { PausesService } from '../../assignments/pauses.service.js';
import { TRACKERS } from '../../instruments/tracker.content.js';
import { SchedulesService } from '../../scales/schedules.service.js';
import type { Person, Storyteller } from './storyteller.js';

/** What is asked before each session, of two in one act and of one person alone; and a week that somebody took off from it. */
export async function tellCheckIns(
  story: Storyteller,
  { therapist, dana, alone, coupleId }: { therapist: Person; dana: Person; alone: string; coupleId: string },
): Promise<void> {
  const schedules = story.service(SchedulesService);
  const idOf = (code: string): string => TRACKERS.find((each) => each.code === code)!.id;
  const terms = { beforeEachSession: true, startsOn: story.date(-20), remind: true };
  await story.tell(therapist, story.day(-20, '12:10'), () =>
    schedules.schedule({ instrumentId: idOf('repair-climate'), coupleId, ...terms }),
  );
  await story.tell(therapist, story.day(-20, '12:20'), () =>
    schedules.schedule({ instrumentId: idOf('trust-check-in'), clientId: alone, ...terms }),
  );
  await story.tell(dana, story.day(-1, '20:15'), () =>
    story.service(PausesService).take(dana.clientId!, 7, 'check_ins'),
  );
}
