import { ClientsService } from '../../clients/clients.service.js';
import { CouplesService } from '../../couples/couples.service.js';
import { SupervisionsService } from '../../clinics/supervisions.service.js';
import { careOf, type InCare } from './care.js';
import { tellCheckIns } from './check-ins.js';
import { tellCommitments } from './commitments.js';
import { tellHardDays } from './hard-days.js';
import { tellJournals } from './journal.js';
import { tellListening } from './listening.js';
import { COUPLE_NOTES, SOLO_NOTES } from './notes.content.js';
import { tellPlans } from './plans.js';
import { tellQuestions } from './questions.js';
import { tellRisk } from './risk.js';
import type { Person, Storyteller } from './storyteller.js';
import { tellToldAlone } from './told-alone.js';

interface Newcomer {
  givenName: string;
  familyName: string;
  pronouns?: string;
  birthDate?: string;
  phone?: string;
  email?: string;
}

/** Harbour Practice: a couple and a single client with portals, a fuller caseload, and twelve weeks behind them. */
export async function tellHarbour(story: Storyteller): Promise<void> {
  await story.found({
    name: 'Harbour Practice',
    timeZone: 'America/New_York',
    phone: '555 0100',
    crisisText: 'If you are in danger now, call 911. To talk to someone at any hour, call or text 988.',
  });
  const admin = await story.user({ email: 'admin@harbour.example', displayName: 'Kim Brandt', roles: ['admin'] });
  const ellis = await story.user({
    email: 'therapist@harbour.example',
    displayName: 'Dr Ellis',
    roles: ['therapist'],
    weeklySessions: 20,
  });
  const okoro = await story.user({
    email: 'therapist2@harbour.example',
    displayName: 'Sam Okoro',
    roles: ['therapist'],
    weeklySessions: 8,
  });
  const moss = await story.user({
    email: 'supervisor@harbour.example',
    displayName: 'Dr Moss',
    roles: ['supervisor', 'therapist'],
    weeklySessions: 6,
  });
  await story.tell(admin, story.day(-110, '10:00'), () =>
    story.service(SupervisionsService).create(okoro.id, { supervisorId: moss.id, cosign: true }),
  );

  const clients = story.service(ClientsService);
  const enter = async (
    therapist: Person,
    days: number,
    person: Newcomer,
    status: 'active' | 'waiting' = 'active',
  ): Promise<string> => {
    const { id, version } = await story.tell(therapist, story.day(days, '09:30'), () => clients.create(person));
    if (status === 'active')
      await story.tell(therapist, story.day(days, '09:40'), () => clients.change(id, version, { status }));
    return id;
  };
  const portal = (email: string, displayName: string, clientId: string): Promise<Person> =>
    story.user({ email, displayName, roles: ['client'], clientId });

  const mayaId = await enter(ellis, -90, {
    givenName: 'Maya',
    familyName: 'Kovac',
    pronouns: 'she/her',
    birthDate: '1985-04-11',
    phone: '555 0141',
    email: 'maya@harbour.example',
  });
  const tomId = await enter(ellis, -90, {
    givenName: 'Tom',
    familyName: 'Kovac',
    pronouns: 'he/him',
    birthDate: '1983-09-02',
    phone: '555 0142',
    email: 'tom@harbour.example',
  });
  const danaId = await enter(ellis, -88, {
    givenName: 'Dana',
    familyName: 'Reyes',
    pronouns: 'she/her',
    birthDate: '1990-01-23',
    phone: '555 0143',
    email: 'dana@harbour.example',
  });
  const maya = await portal('maya@harbour.example', 'Maya K.', mayaId);
  const tom = await portal('tom@harbour.example', 'Tom K.', tomId);
  const dana = await portal('dana@harbour.example', 'Dana R.', danaId);
  const couple = await story.tell(ellis, story.day(-86, '11:00'), () =>
    story.service(CouplesService).create({
      partners: [
        { clientId: mayaId, role: 'injured' },
        { clientId: tomId, role: 'involved' },
      ],
      betrayalTypes: ['emotional', 'deception'],
      discoveredOn: story.date(-107),
      stage: 'stabilise',
    }),
  );
  await tellToldAlone(story, { therapist: ellis, maya, tom, coupleId: couple.id });
  await story.tell(ellis, story.day(-56, '11:10'), () =>
    story.service(CouplesService).change(couple.id, couple.version, {
      stage: 'understand',
      stageReason: 'Nights are calmer, and both ask to understand how it came about.',
    }),
  );
  const priya = await enter(ellis, -60, {
    givenName: 'Priya',
    familyName: 'Sandhu',
    pronouns: 'she/her',
    birthDate: '1979-06-30',
  });
  const joel = await enter(ellis, -45, {
    givenName: 'Joel',
    familyName: 'Abara',
    pronouns: 'he/him',
    birthDate: '1988-12-05',
  });
  await enter(ellis, -9, { givenName: 'Renée', familyName: 'Dufour', birthDate: '1994-02-17' }, 'waiting');
  const ines = await enter(okoro, -40, {
    givenName: 'Inés',
    familyName: 'Ferreira',
    pronouns: 'she/her',
    birthDate: '1986-08-08',
  });
  const ravi = await enter(okoro, -33, {
    givenName: 'Ravi',
    familyName: 'Menon',
    pronouns: 'he/him',
    birthDate: '1981-03-19',
  });

  const us: InCare = { therapist: ellis, coupleId: couple.id };
  const withDana: InCare = { therapist: ellis, clientId: danaId };
  const care = careOf(story);
  for (let week = 12; week >= 1; week--) {
    const note = COUPLE_NOTES[(12 - week) % COUPLE_NOTES.length]!;
    await care.session(us, -7 * week, '10:00', note);
    if (week % 2 === 0)
      await care.session(withDana, -7 * week + 1, '14:00', SOLO_NOTES[(6 - week / 2) % SOLO_NOTES.length]!);
  }
  await care.session({ therapist: ellis, clientId: priya }, -8, '11:30', SOLO_NOTES[1]!);
  await care.session({ therapist: ellis, clientId: joel }, -3, '15:00', null);
  await care.session({ therapist: okoro, clientId: ines }, -6, '09:00', SOLO_NOTES[0]!);
  await care.session({ therapist: okoro, clientId: ravi }, -2, '16:00', null);
  await care.plan(us, 0, '10:00');
  await care.plan({ therapist: ellis, clientId: priya }, 0, '11:30');
  await care.plan(withDana, 0, '14:00');
  await care.plan({ therapist: okoro, clientId: ines }, 0, '09:00');
  for (const week of [1, 2, 3, 4]) await care.plan(us, 7 * week, '10:00');
  await care.plan(withDana, 14, '14:00');

  await care.scales(ellis, maya, 'trust-check-in', { weeks: 12, from: 2.2, to: 5.1, seed: 11 });
  await care.scales(ellis, maya, 'after-shock', { weeks: 12, from: 8.1, to: 5.2, seed: 12, missing: [5] });
  await care.scales(ellis, tom, 'accountability', { weeks: 12, from: 4.0, to: 6.4, seed: 13, missing: [3] });
  await care.scales(ellis, maya, 'repair-climate', { weeks: 6, from: 3.4, to: 5.0, seed: 14 });
  await care.scales(ellis, tom, 'repair-climate', { weeks: 6, from: 5.2, to: 5.6, seed: 15 });
  await care.scales(ellis, dana, 'after-shock', { weeks: 12, from: 7.4, to: 3.9, seed: 16, missing: [8] });
  await tellCheckIns(story, { therapist: ellis, coupleId: couple.id, aloud: priya, away: joel });
  await tellPlans(story, { therapist: ellis, maya, tom, coupleId: couple.id });
  await care.homework(ellis, { maya, tom, dana, coupleId: couple.id });
  await tellCommitments(story, { therapist: ellis, maya, tom, coupleId: couple.id });
  await tellHardDays(story, { therapist: ellis, maya, tom });
  await tellRisk(story, { therapist: ellis, earlier: priya, now: joel });
  await tellJournals(story, { maya, tom, dana });
  await tellListening(story, { maya, tom, coupleId: couple.id });
  await tellQuestions(story, { therapist: ellis, maya, tom, coupleId: couple.id });
}
