import { render, screen } from '@testing-library/angular';
import type { InstrumentDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { Login } from '../../core/login';
import { Problem } from '../../core/problems';
import { CheckInRun } from './check-in-run';
import type { Given } from './check-in.rules';
import { KeptAnswers } from './kept-answers';

const item = (key: string, text: string) => ({
  ...{ key, linkId: key, text, loinc: null, low: 'not at all', middle: 'partly', high: 'fully' },
  options: Array.from({ length: 11 }, (_, value) => ({ key: String(value), text: String(value), value })),
});
const instrument = {
  ...{ id: 'i', code: 'trust', title: 'Weekly check-in', lead: 'Think of the past 7 days.' },
  items: [item('ease', 'How at ease were you?'), item('limits', 'How far were your limits respected?')],
} as unknown as InstrumentDto;

async function draw(before: Given = {}) {
  const sent: { body: unknown; key?: string }[] = [];
  const kept = { given: before };
  const answer = { fail: false };
  const api = {
    post: (_: string, body: unknown, options: { idempotencyKey?: string }) => {
      sent.push({ body, key: options.idempotencyKey });
      return answer.fail ? Promise.reject(new Problem(0, 'offline', '')) : Promise.resolve({});
    },
  };
  const view = await render(CheckInRun, {
    inputs: { instrument },
    providers: [
      { provide: Api, useValue: api },
      { provide: Login, useValue: { me: () => ({ clientId: 'c' }) } },
      {
        provide: KeptAnswers,
        useValue: {
          of: () => Promise.resolve(before),
          keep: (_: string, given: Given) => Promise.resolve((kept.given = given)),
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
  return { view, sent, kept, answer, press, choose, heading };
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
    { instrumentId: 'i', clientId: 'c', answers: { ease: 0, limits: null } },
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
