import { ClientsService } from '../../clients/clients.service.js';
import { careOf, type InCare } from './care.js';
import { SOLO_NOTES } from './notes.content.js';
import type { Storyteller } from './storyteller.js';

/** Lakeside Practice: a second clinic, so that walls have something to stand between. */
export async function tellLakeside(story: Storyteller): Promise<void> {
  await story.found({
    name: 'Lakeside Practice',
    timeZone: 'Europe/Berlin',
    locale: 'en-GB',
    phone: '030 555 0100',
    crisisText: 'In danger now? Call 112. To talk to someone at any hour: 0800 111 0 111.',
  });
  await story.user({ email: 'admin@lakeside.example', displayName: 'Jana Roth', roles: ['admin'] });
  const vogel = await story.user({
    email: 'therapist@lakeside.example',
    displayName: 'Dr Vogel',
    roles: ['therapist'],
  });
  const clients = story.service(ClientsService);
  const { id, version } = await story.tell(vogel, story.day(-70, '09:30'), () =>
    clients.create({
      givenName: 'Luis',
      familyName: 'Arias',
      pronouns: 'he/him',
      birthDate: '1987-11-14',
      email: 'luis@lakeside.example',
    }),
  );
  await story.tell(vogel, story.day(-70, '09:40'), () => clients.change(id, version, { status: 'active' }));
  const luis = await story.user({
    email: 'luis@lakeside.example',
    displayName: 'Luis A.',
    roles: ['client'],
    clientId: id,
  });
  const withLuis: InCare = { therapist: vogel, clientId: id };
  const care = careOf(story);
  for (let week = 9; week >= 1; week--)
    await care.session(withLuis, -7 * week, '16:00', SOLO_NOTES[week % SOLO_NOTES.length]!);
  await care.plan(withLuis, 0, '16:00');
  await care.plan(withLuis, 7, '16:00');
  await care.scales(vogel, luis, 'accountability', { weeks: 9, from: 3.8, to: 6.9, seed: 21 });
  await care.journal(vogel, luis);
}
