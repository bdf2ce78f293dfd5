import { JournalService } from '../../journal/journal.service.js';
import type { NewEntry } from '../../journal/journal.dto.js';
import { SharedWinsService } from '../../journal/shared-wins.service.js';
import type { Person, Storyteller } from './storyteller.js';

/** What Maya, Tom and Dana write of their own accord: small wins, gut checks, and where they stand. */
export async function tellJournals(
  story: Storyteller,
  { maya, tom, dana }: { maya: Person; tom: Person; dana: Person },
): Promise<void> {
  const journal = story.service(JournalService);
  const wins = story.service(SharedWinsService);
  const write = async (who: Person, days: number, entry: NewEntry): Promise<string> =>
    (
      await story.tell(who, story.day(days, '21:10'), () =>
        journal.write(who.clientId!, { ...entry, happenedOn: story.date(days) }),
      )
    ).id;
  const share = (who: Person, days: number, id: string) =>
    story.tell(who, story.day(days, '21:12'), () => wins.share(id));

  const bus = await write(maya, -26, { win: { text: 'We laughed at the bus stop, both of us, about nothing.' } });
  await share(maya, -26, bus);
  await write(maya, -12, { win: { text: 'Slept from eleven to six.' }, alone: true });
  await write(maya, -3, { win: { text: 'Said no to dinner at his parents’, and it was fine.' } });
  const coffee = await write(tom, -17, { win: { text: 'She asked me to stay for a coffee before work.' } });
  await share(tom, -17, coffee);
  await write(tom, -5, { win: { text: 'I said “I don’t know yet” instead of explaining.' } });

  await write(maya, -30, {
    gutCheck: {
      noticed: 'A knot when his phone buzzed at dinner',
      thought: 'He looks away too fast',
      did: 'I asked once, and listened to the answer',
      later: 'It was his sister. The knot was old, and I could tell the difference afterwards.',
    },
  });
  await write(maya, -8, {
    gutCheck: {
      noticed: 'A clear yes to the morning class, before I could think about it',
      thought: 'This one is mine',
      did: 'I put my name down',
    },
  });
  await write(dana, -6, {
    gutCheck: {
      noticed: 'Tired after an hour with R.',
      thought: 'I give more than I get there',
      did: 'Went home early',
    },
  });
  for (const [days, lean] of [
    [-40, 3],
    [-27, null],
    [-13, 6],
  ] as const)
    await write(maya, days, { leaning: { lean, note: lean === null ? 'Both, within the hour.' : null } });
  await write(maya, -13, {
    crossroads: {
      path: 'repair',
      repairUntil: story.date(60),
      values: ['To be told, not to find out', 'Quiet mornings', 'The children’s school'],
      note: 'I can look at this until spring without having to promise anything.',
    },
  });
}
