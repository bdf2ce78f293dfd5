import { render, screen } from '@testing-library/angular';
import type { InstrumentDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { type Given, KeptAnswers } from '../../core/kept-answers';
import { Login } from '../../core/login';
import { Problem } from '../../core/problems';
import { CheckInRun } from './check-in-run';

const item = (key: string, text: string) => ({
  ...{ key, linkId: key, text, loinc: null, low: 'not at all', middle: 'partly', high: 'fully' },
  options: Array.from({ length: 11 }, (_, value) => ({ key: String(value), text: String(value), value })),
});
const instrument = {
  ...{ id: 'i', version: 1, code: 'trust', title: 'Weekly check-in', lead: 'Think of the past 7 days.', closing: '' },
  items: [item('ease', 'How at ease were you?'), item('limits', 'How far were your limits respected?')],
} as unknown as InstrumentDto;

const options = ['none', 'some', 'much'].map((key, value) => ({ key, text: `It is ${key}`, value }));
const line = (key: string) => ({
  ...item(key, `Line ${key}`),
  low: '',
  middle: '',
  high: '',
  section: 'Nights',
  options,
});
const form = {
  ...{ id: 'f', version: 4, origin: 'imported', title: 'Three lines', lead: 'Think of the nights.' },
  closing: 'That is all.\nRest well.',
  ...{ copyright: 'Words of our own.', totalNeeds: { answers: 2, counted: ['a', 'b', 'c'], always: ['c'] } },
  items: [line('a'), line('b'), line('c')],
} as unknown as InstrumentDto;

async function draw(before: Given = {}, asked = instrument, told: object = {}) {
  const sent: { body: unknown; key?: string }[] = [];
  const kept = { given: before };
  const left: string[] = [];
  const answer = { fail: false };
  const api = {
    post: (_: string, body: unknown, options: { idempotencyKey?: string }) => {
      sent.push({ body, key: options.idempotencyKey });
      return answer.fail ? Promise.reject(new Problem(0, 'offline', '')) : Promise.resolve(told);
    },
  };
  const view = await render(CheckInRun, {
    inputs: { instrument: asked },
    on: { notMe: () => left.push('not me') },
    providers: [
      { provide: Api, useValue: api },
      { provide: Login, useValue: { me: () => ({ clientId: 'c', displayName: 'Maya R.' }) } },
      {
        provide: KeptAnswers,
        useValue: {
          of: () => Promise.resolve(before),
          keep: (_: unknown, given: Given) => Promise.resolve((kept.given = given)),
          forget: () => Promise.resolve((kept.given = {})),
        },
      },
    ],
  });
  await view.fixture.whenStable();
  const press = async (name: string | RegExp) => {
    screen.getByRole('button', { name }).click();
    await view.fixture.whenStable();
  };
  const choose = async (point: number) => {
    screen.getAllByRole<HTMLInputElement>('radio')[point]?.click();
    await view.fixture.whenStable();
  };
  const heading = () => screen.getByRole('heading', { level: 1 }).textContent.trim();
  return { view, left, sent, kept, answer, press, choose, heading };
}

it('asks one question a page, ticks nothing beforehand and never moves on by itself', async () => {
  const { heading, choose, press } = await draw();
  expect(heading()).toBe('How at ease were you?');
  expect(screen.getAllByRole<HTMLInputElement>('radio').some((radio) => radio.checked)).toBe(false);
  await choose(4);
  expect(heading()).toBe('How at ease were you?');
  await press('Continue');
  expect(heading()).toBe('How far were your limits respected?');
});

it('sends what was given, with "does not apply" as no number, and says thanks', async () => {
  const { heading, choose, press, sent, kept } = await draw();
  await choose(0);
  await press('Continue');
  await press('Does not apply this week');
  expect(heading()).toBe('Check and send');
  await press('Send to my care team');
  expect(sent.map(({ body }) => body)).toEqual([
    { instrumentId: 'i', instrumentVersion: 1, clientId: 'c', answers: { ease: 0, limits: null } },
  ]);
  expect(heading()).toBe('Thank you. It is sent.');
  expect(kept.given).toEqual({});
});

it('keeps the answers and sends the same thing again when sending failed', async () => {
  const { press, sent, kept, answer } = await draw({ ease: 5, limits: 6 });
  answer.fail = true;
  await press('Send to my care team');
  expect(screen.getByRole('alert')).toBeTruthy();
  expect(kept.given).toEqual({ ease: 5, limits: 6 });
  answer.fail = false;
  await press('Try again');
  expect(sent).toHaveLength(2);
  expect(sent[1]?.key).toBe(sent[0]?.key);
});

it('goes on where it was left, and comes back from a change', async () => {
  const { heading, press, choose } = await draw({ ease: 5 });
  expect(heading()).toBe('How far were your limits respected?');
  await choose(7);
  await press('Continue');
  await press(/^Change.*How at ease/);
  expect(heading()).toBe('How at ease were you?');
  await press('Continue');
  expect(heading()).toBe('Check and send');
});

describe('a form in its own words', () => {
  const pick = async (view: Awaited<ReturnType<typeof draw>>, words: string) => {
    screen.getByRole('radio', { name: words }).click();
    await view.view.fixture.whenStable();
  };

  it('asks first whose phone it is, and shows nothing of itself to anybody else', async () => {
    const { heading, press, left, view } = await draw({}, form);
    expect(heading()).toBe('Is this you, Maya R.?');
    expect(view.container.textContent).not.toMatch(/Line|Three lines|nights/i);
    await press('No, this isn’t me');
    expect(left).toEqual(['not me']);
  });

  it('asks in the words of the file, keeps what is chosen by its option, and may be left open', async () => {
    const run = await draw({}, form, { danger: false, score: { total: null, answered: 2, of: 3 } });
    await run.press('Yes, go on');
    expect(run.heading()).toBe('Line a');
    expect(screen.getByRole('radiogroup', { name: 'Line a', description: 'Think of the nights. Nights' })).toBeTruthy();
    expect(screen.getByText('Words of our own.')).toBeTruthy();
    await pick(run, 'It is some');
    await run.press('Continue');
    await pick(run, 'It is none');
    await run.press('Continue');
    await run.press('Skip this question');
    expect(run.heading()).toBe('Check and send');
    expect(screen.getByText(/2 of 3 answered, not scored/)).toBeTruthy();
    expect(screen.getByText('Not answered')).toBeTruthy();
    expect(screen.getByText('That is all.')).toBeTruthy();
    expect(screen.getByText('Rest well.')).toBeTruthy();
    await run.press('Send to my care team');
    expect(run.sent.map(({ body }) => body)).toEqual([
      { instrumentId: 'f', instrumentVersion: 4, clientId: 'c', answers: { a: 'some', b: 'none', c: null } },
    ]);
    expect(screen.getByText(/2 of 3 answered, not scored/)).toBeTruthy();
  });

  it('says that a score is estimated where one item is open and nothing hangs on it', async () => {
    const run = await draw({ a: 'some', b: null, c: 'none' }, form);
    await run.press('Yes, go on');
    expect(run.heading()).toBe('Check and send');
    expect(screen.getByText(/2 of 3 answered\. A score is made all the same/)).toBeTruthy();
  });
});
