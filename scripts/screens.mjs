// Walks every screen as each role over fresh demo data and writes PNGs into screens/ (not committed): light and dark, at
// 1280, 390 and 320 px. Says which screens scroll sideways or fail axe. `npm run screens -- portal` walks only names with that.
import AxeBuilder from '@axe-core/playwright';
import { chromium } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { CHROMIUM_ARGUMENTS, chromiumPath } from './chromium.mjs';
import { fiveTides, nineBoats } from '../client/e2e/forms.ts';
import { openHouse } from './house.mjs';
import { temporaryFolder } from './postgres.mjs';
import { complain, ROOT } from './steps.mjs';
import { ensureBuilt } from './build.mjs';

const OUT = path.join(ROOT, 'screens');
const README_PICTURE = path.join(ROOT, 'client', 'e2e', 'readme.png');
const SIZES = [1280, 390, 320];
const MODES = ['light', 'dark'];
const HEIGHT = 844;
const PASSWORD = 'trust-takes-time';
const only = process.argv[2] ?? '';

/** The screens of a role, by name; `ids` holds things of the demo data as that role finds them. */
const ROLES = [
  { who: 'nobody', screens: () => ({ 'sign-in': '/sign-in', forgot: '/forgot', 'no-access': '/nowhere' }) },
  {
    who: 'therapist',
    email: 'therapist@harbour.example',
    ids: async (get, post, put) => {
      const clients = (await get('/clients?limit=100')).items;
      const named = (name) => clients.find((client) => client.givenName === name).id;
      const notes = async (status) => (await get(`/notes?clientId=${named('Dana')}&status=${status}`)).items;
      const sent = (await get('/assignments?status=submitted')).items;
      const read = (await get('/assignments?status=reviewed&limit=100')).items;
      const fhir = 'application/fhir+json';
      const boats = (await post('/instruments/import', nineBoats('boats'), fhir)).id;
      const startsOn = new Date().toISOString().slice(0, 10);
      await post('/scale-schedules', { instrumentId: boats, clientId: named('Maya'), everyDays: 7, startsOn });
      const dana = named('Dana');
      const drafted = (kind, sections) => post('/notes', { clientId: dana, kind, format: kind, sections });
      const own = {
        kind: 'template',
        name: 'My DAP',
        format: 'dap',
        shared: true,
        sections: { plan: 'Same hour next week.' },
      };
      const plans = await plansFor(post, put, { dana, boats });
      const released = await releaseFor(post, named('Maya'));
      await post('/note-texts', own);
      const snippet = { kind: 'snippet', name: 'sleep', format: 'free', shared: false };
      await post('/note-texts', { ...snippet, sections: { text: 'Sleeps five to six hours, wakes early.' } });
      return {
        boats,
        ...plans,
        released,
        intake: (await drafted('intake', { presenting: 'Found the messages in March.', betrayal: 'emotional' })).id,
        contact: (await drafted('contact', { who: 'Her sister.', basis: 'written' })).id,
        tides: (await post('/instruments/import', fiveTides('tides'), fhir)).id,
        tom: named('Tom'),
        shared: read.find((each) => each.worksheetKey === 'i-statement' && each.clientId === named('Maya')).id,
        maya: named('Maya'),
        dana: named('Dana'),
        couple: (await get('/couples')).items[0].id,
        worksheet: (await get('/worksheets?q=transparency')).items[0].id,
        own: (await get('/worksheets?q=impact')).items[0].id,
        signed: (await notes('signed'))[0]?.id,
        prepared: read.find((each) => each.worksheetKey === 'disclosure-pacing')?.id,
        sent: sent.find((each) => each.worksheetKey === 'apology')?.id ?? sent[0]?.id,
      };
    },
    screens: ({
      intake,
      contact,
      maya,
      tom,
      dana,
      couple,
      signed,
      draftedPlan,
      released,
      sent,
      shared,
      prepared,
      worksheet,
      own,
      boats,
      tides,
    }) => ({
      today: '/',
      'risk-alert': ['/', 'Review and record action'],
      caseload: '/caseload',
      outcomes: '/outcomes',
      'chart-timeline': `/clients/${maya}/timeline`,
      'chart-notes': `/clients/${dana}/notes`,
      'chart-homework': `/clients/${maya}/homework`,
      'chart-scales': `/clients/${maya}/scales`,
      'chart-scales-answer': `/clients/${maya}/scales/answer?scale=${boats}`,
      'chart-plan': `/clients/${dana}/plan`,
      'chart-plan-none': `/clients/${tom}/plan`,
      'plan-draft': `/plans/${draftedPlan}`,
      'chart-journal': `/clients/${maya}/journal`,
      couples: '/couples',
      couple: `/couples/${couple}`,
      'couple-plan': `/couples/${couple}/plan`,
      brief: `/couples/${couple}/brief`,
      'brief-one': `/clients/${dana}/brief`,
      'couple-commitments': `/couples/${couple}/commitments`,
      'couple-agreements': `/couples/${couple}/agreements`,
      'couple-listening': `/couples/${couple}/listening`,
      'couple-safety': `/couples/${couple}/safety`,
      'couple-history': `/couples/${couple}/history`,
      'couple-told-alone': `/couples/${couple}/told-alone`,
      'chart-records': `/clients/${maya}/records`,
      'record-release': `/record-releases/${released}`,
      'question-desk': `/couples/${couple}/questions`,
      'couple-seen-by': `/couples/${couple}/seen-by/${tom}`,
      'review-shared': `/assignments/${shared}`,
      'review-own-part': `/assignments/${prepared}`,
      'note-signed': `/notes/${signed}`,
      'note-intake': `/notes/${intake}`,
      'note-contact': `/notes/${contact}`,
      'note-texts': '/notes/texts',
      'note-texts-new': ['/notes/texts', 'New template'],
      review: `/assignments/${sent}/review`,
      library: '/library',
      'library-couple': `/library?coupleId=${couple}`,
      preview: `/library/${worksheet}`,
      builder: `/library/${own}/edit`,
      'builder-question': [`/library/${own}/edit`, 'Who could you call'],
      'scale-library': `/library/scales?show=${boats}`,
      'scale-unmapped': `/library/scales?show=${tides}`,
      'scale-bring': '/library/scales/bring',
      'scale-mapping': `/library/scales/${boats}/mapping`,
      'scale-mapping-new': `/library/scales/${tides}/mapping`,
      search: '/search',
      'search-found': ['/search', { into: 'Words', text: 'week' }],
      'chart-notes-found': [`/clients/${dana}/notes`, { into: 'Find a word in your notes', text: 'week' }],
      'sign-off': '/sign-off',
      calendar: '/calendar',
      'calendar-day': '/calendar?view=day',
      'calendar-week': '/calendar?view=week',
    }),
  },
  {
    who: 'supervisor',
    email: 'supervisor@harbour.example',
    screens: () => ({ today: '/', 'sign-off': '/sign-off', caseload: '/caseload' }),
  },
  {
    who: 'admin',
    email: 'admin@harbour.example',
    ids: async (get) => {
      const clients = (await get('/clients?limit=100')).items;
      const maya = clients.find((client) => client.givenName === 'Maya');
      return { maya: maya.id, ellis: maya.primaryTherapistId };
    },
    screens: ({ maya, ellis }) => ({
      board: '/admin',
      clients: '/admin/clients',
      client: `/admin/clients/${maya}`,
      'client-edit': `/admin/clients/${maya}/edit`,
      'client-new': '/admin/clients/new',
      transfer: `/admin/transfer?from=${ellis}&client=${maya}`,
      people: '/admin/people',
      outcomes: '/admin/outcomes',
      scales: '/admin/scales',
      settings: '/admin/settings',
      'access-log': '/admin/access-log',
    }),
  },
  {
    who: 'maya',
    email: 'maya@harbour.example',
    screens: () => ({
      home: '/me',
      // The runner's address says nothing, so it is reached as a person reaches it.
      runner: ['/me', 'Go on'],
      homework: '/me/homework',
      boundaries: '/me/boundaries',
      'boundary-read': ['/me/boundaries', 'Read it'],
      'boundary-write': ['/me/boundaries', 'Add one'],
      promises: '/me/promises',
      agreements: '/me/agreements',
      'agreement-write': ['/me/agreements', 'Put one forward'],
      plan: '/me/plan',
      'working-on': '/me/working-on',
      'plan-edit': ['/me/plan', 'Change my plan'],
      'plan-setback': ['/me/plan', 'There was a setback'],
      wins: '/me/wins',
      journal: '/me/journal',
      'journal-write': ['/me/journal', 'Write a gut check'],
      stand: '/me/stand',
      questions: '/me/questions',
      listening: '/me/listening',
      'listening-write': ['/me/listening', 'Write something'],
      'listening-read': ['/me/listening', 'Read it'],
      'told-alone': '/me/told-alone',
      'question-ask': ['/me/questions', 'Add a question'],
      'question-ready': ['/me/questions', 'Have a look'],
      'check-in': '/me/check-in',
      'check-in-form': ['/me/check-in', 'Start Nine boats', 'Yes, go on'],
      progress: '/me/progress',
      history: '/me/history',
      'history-shared': ['/me/history', 'Read: Saying it from “I”'],
      shared: '/me/shared',
      'shared-preview': '/me/shared/preview',
      privacy: '/me/privacy',
      break: '/me/break',
    }),
  },
  {
    who: 'tom',
    email: 'tom@harbour.example',
    screens: () => ({
      home: '/me',
      history: '/me/history',
      promises: '/me/promises',
      questions: '/me/questions',
      'question-answer': ['/me/questions', 'Go on writing'],
      listening: '/me/listening',
      'listening-listen': ['/me/listening', 'Listen'],
      shared: '/me/shared',
    }),
  },
];

/** What was drawn up for somebody who asked for her own record, under her signature. */
async function releaseFor(post, clientId) {
  const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const yes = { clientId, scope: 'own', signedOn: day(-2), expiresOn: day(60) };
  await post(`/clients/${clientId}/record-authorisations`, yes);
  return (await post(`/clients/${clientId}/record-releases`, { scope: 'own' })).id;
}

/** A plan in force for Dana, and a draft of her next, half written. */
async function plansFor(post, put, { dana, boats }) {
  const goal = (behaviour, measure, more = {}) => ({
    ...{ id: randomUUID(), behaviour, achievable: '', reviewOn: null, state: 'active', reason: '', ...more },
    measure: {
      ...{ kind: 'words', baseline: '', target: '', instrumentId: null, direction: 'at_most', points: null },
      ...measure,
    },
    relevance: 'Nights without rest make the days short of patience.',
  });
  const text = (more) => ({
    problems: [
      {
        ...{ id: randomUUID(), words: 'Sleep and calm went with the discovery, and have not come back.' },
        longGoal: 'Nights that restore, and days in which the messages are one thing among others.',
        goals: [
          goal('Sleeps through four nights a week', {
            baseline: 'One night in seven',
            target: 'Four of seven, a month',
          }),
          goal('Asks one question a day, then stops', { kind: 'scale', instrumentId: boats, points: 12 }),
        ],
      },
    ],
    interventions: [
      { id: randomUUID(), what: 'Grounding before bed', frequency: 'each evening', who: 'on her own' },
      { id: randomUUID(), what: 'Talks in turns', frequency: 'every session', who: 'with Dr Ellis' },
    ],
    ...{ endingCriteria: 'Three months of quiet nights.', reviewOn: null, reviewWords: '', ...more },
  });
  const inForce = async (clientId) => {
    const { id, version } = await post('/plans', { clientId });
    const saved = await put(`/plans/${id}`, text(), version);
    return post(`/plans/${id}/start`, {}, 'application/json', { 'If-Match': `"${saved.version}"` });
  };
  await inForce(dana);
  return { draftedPlan: (await post('/plans', { clientId: dana })).id };
}

const house = { dataDir: temporaryFolder('screens'), host: '127.0.0.1', port: Number(process.env.PORT ?? 3140) };
let open;
let browser;
try {
  await ensureBuilt();
  open = await openHouse({
    ...house,
    env: { ...process.env, DATABASE_URL: '', LOG_LEVEL: 'warn' },
    postgresSettings: ['fsync=off'],
  });
  browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGUMENTS });
  fs.mkdirSync(OUT, { recursive: true });
  const faults = [];
  for (const { who, email, ids, screens } of ROLES) {
    const context = await browser.newContext({
      baseURL: open.address,
      serviceWorkers: 'block',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.on(
      'console',
      (message) =>
        message.type() === 'error' && !/401/.test(message.text()) && faults.push(`${who}: console: ${message.text()}`),
    );
    page.on('pageerror', (error) => faults.push(`${who}: ${error.message}`));
    const get = (address) => page.evaluate(async (url) => (await fetch(`/api/v1${url}`)).json(), address);
    const send = (method, address, body, more) =>
      page.evaluate(
        async ([how, url, text, added]) => {
          const token = /XSRF-TOKEN=([^;]*)/.exec(document.cookie)[1];
          const headers = { 'X-XSRF-TOKEN': decodeURIComponent(token), ...added };
          return (await fetch(`/api/v1${url}`, { method: how, headers, body: text })).json();
        },
        [method, address, JSON.stringify(body), more],
      );
    const post = (address, body, type = 'application/json', more = {}) =>
      send('POST', address, body, { 'content-type': type, ...more });
    const put = (address, body, version) =>
      send('PUT', address, body, { 'content-type': 'application/json', 'If-Match': `"${version}"` });
    await page.goto('/sign-in');
    if (email) {
      await page.getByLabel('Email').fill(email);
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    }
    for (const [name, address] of Object.entries(screens((await ids?.(get, post, put)) ?? {}))) {
      if (!`${who}-${name}`.includes(only)) continue;
      for (const mode of MODES) {
        await page.emulateMedia({ colorScheme: mode });
        await page.evaluate((wanted) => localStorage.setItem('kept.mode', wanted), mode);
        for (const width of SIZES) {
          const label = `${who}-${name}-${mode}-${width}`;
          await page.setViewportSize({ width, height: width === 1280 ? 800 : HEIGHT });
          const [place, ...presses] = [address].flat();
          // The page before may have kept in the history which of its parts was open.
          if (presses.length > 0) await page.goto('about:blank');
          await page.goto(place);
          for (const press of presses)
            if (press.into) await page.getByRole('main').getByLabel(press.into).fill(press.text);
            else await page.getByRole('main').locator('a, button').filter({ hasText: press }).first().click();
          await page.waitForLoadState('networkidle');
          await page
            .locator('h1')
            .first()
            .waitFor({ timeout: 5000 })
            .catch(() => faults.push(`${label}: no heading`));
          await page
            .waitForFunction(() => !document.querySelector('[aria-busy="true"]'), undefined, { timeout: 5000 })
            .catch(() => faults.push(`${label}: never came to rest`));
          const sideways = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          if (sideways > 0) faults.push(`${label}: ${sideways} px too wide`);
          await page.screenshot({ path: path.join(OUT, `${label}.png`), fullPage: true });
          const { violations } = await new AxeBuilder({ page }).analyze();
          for (const { id, nodes } of violations)
            faults.push(`${label}: axe ${id} (${nodes.length}) ${nodes[0].html.slice(0, 120)}`);
          if (label === 'therapist-today-light-1280') fs.writeFileSync(README_PICTURE, await page.screenshot());
        }
      }
      console.log(`${who} ${name}`);
    }
    await context.close();
  }
  console.log(faults.length === 0 ? 'nothing to mend' : `\nTo mend:\n${[...new Set(faults)].join('\n')}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} catch (error) {
  complain(error);
  process.exitCode = 1;
} finally {
  await browser?.close();
  await open?.close();
  fs.rmSync(house.dataDir, { recursive: true, force: true });
}
