import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { render, screen } from '@testing-library/angular';
import { Sharing } from './sharing';

const WHY = { key: 'why', type: 'long', label: 'Why?' };
const shared = { id: 'r', fieldKeys: ['why'], answers: { why: 'Because' }, state: 'shared' };

async function draw(more: object) {
  const view = await render(Sharing, {
    inputs: { id: 'a', therapist: 'Dr Ellis' },
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  const http = TestBed.inject(HttpTestingController);
  const answer = async (part: object) => {
    http.expectOne('/api/v1/assignments/a/sharing').flush({
      ...{ id: 'a', clientId: 'm', coupleId: 'c', fields: [], asked: [WHY], answers: {}, releases: [], proposal: null },
      ...part,
    });
    await view.fixture.whenStable();
  };
  await answer(more);
  const press = async (name: RegExp) => {
    screen.getByRole('button', { name }).click();
    await view.fixture.whenStable();
  };
  return { view, http, answer, press };
}

it('is not there where nothing could ever be shared', async () => {
  const { view } = await draw({});
  expect(view.container.textContent.trim()).toBe('');
});

it.each([
  ['shared', /They may have read it; taking it back cannot change that\.$/],
  ['waiting', /^From now on it is not shared\.$/],
])('takes back at once and promises nothing it cannot do (%s)', async (state, words) => {
  const { http, answer, press } = await draw({ releases: [{ ...shared, state, releasedAt: '2026-10-12T10:00:00Z' }] });
  await press(/^Take back/);
  http.expectOne('/api/v1/releases/r/withdraw').flush({ ...shared, state: 'withdrawn', seen: null });
  await new Promise((done) => setTimeout(done));
  TestBed.tick();
  await answer({ releases: [{ ...shared, state: 'withdrawn', releasedAt: '2026-10-12T10:00:00Z' }] });
  expect(screen.getByRole('status').textContent.trim()).toMatch(words);
  expect(screen.queryByRole('button', { name: /^Take back/ })).toBeNull();
});

it('tells of what waits that both must choose, and nothing of the other', async () => {
  await draw({ releases: [{ ...shared, state: 'waiting', releasedAt: '2026-10-12T10:00:00Z' }] });
  expect(screen.getByText('Shown when you both have chosen to share.')).toBeTruthy();
});

it('asks nothing of the server before something is ticked', async () => {
  const { press } = await draw({ fields: [{ key: 'why', moment: 'now', ready: true }], answers: { why: 'Because' } });
  await press(/Look at the words first/);
  expect(screen.getByText('Tick what you want to look at.')).toBeTruthy();
});
