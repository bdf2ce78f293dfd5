import { ListeningService } from '../../listening/listening.service.js';
import type { Person, Storyteller } from './storyteller.js';

interface Couple {
  maya: Person;
  tom: Person;
  coupleId: string;
}

/** One piece that was heard at the second try, one that waits to be listened to, and one that Maya keeps. */
export async function tellListening(story: Storyteller, { maya, tom, coupleId }: Couple): Promise<void> {
  const listening = story.service(ListeningService);
  const write = async (days: number, time: string, text: string): Promise<string> =>
    (await story.tell(maya, story.day(days, time), () => listening.begin(coupleId, text))).id;
  const offer = (id: string, days: number, time: string) =>
    story.tell(maya, story.day(days, time), () => listening.offer(id));
  const close = (id: string, days: number, heard: boolean) =>
    story.tell(maya, story.day(days, '08:10'), () => listening.close(id, heard));

  const dinner = await write(
    -16,
    '22:40',
    'At dinner on Sunday the phone lit up and I was back in January. I could not taste anything. You went on talking.',
  );
  await offer(dinner, -16, '22:55');
  await story.tell(tom, story.day(-15, '21:20'), () => listening.reflect(dinner, 'The phone bothered you on Sunday.'));
  await close(dinner, -14, false);
  await story.tell(tom, story.day(-14, '21:05'), () =>
    listening.reflect(
      dinner,
      'The light of my phone took you back to January. You sat beside me and were alone with it, and I did not notice.',
    ),
  );
  await close(dinner, -13, true);
  await story.tell(tom, story.day(-13, '20:30'), () =>
    listening.reply(dinner, 'The phone stays in the hall at meals now. I would like to notice.'),
  );
  const mornings = await write(
    -3,
    '06:50',
    'In the mornings I check your face before I know what day it is. I am tired of being the one who watches.',
  );
  await offer(mornings, -2, '07:15');
  await write(-1, '23:20', 'I do not know yet whether I want you to read this one.');
}
