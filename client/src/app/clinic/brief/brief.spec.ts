import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { render, screen } from '@testing-library/angular';
import type { BriefDto, BriefLineDto } from '../../../api/types.gen';
import { Login } from '../../core/login';
import { Brief } from './brief';

const change = (number: number): BriefLineDto => ({
  ...{ id: `p${number}`, side: 'a', clientId: 'm', coupleId: 'c', kind: 'promise_mark', at: '2026-10-14T10:00:00Z' },
  ...{ isNew: true, title: `Promise ${number}`, detail: 'done', dueOn: null, draft: null, score: null },
  ...{ knownTo: 'own', aloud: number === 0 },
});

async function draw(changes: number) {
  const view = await render(Brief, {
    inputs: { id: 'c', of: 'couples' },
    providers: [
      ...[provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
      { provide: Login, useValue: { can: () => true, me: signal({ clinic: { timeZone: 'UTC' } }) } },
    ],
  });
  const brief: BriefDto = {
    ...{ clientId: null, coupleId: 'c', displayName: 'Maya & Tom K.', stage: 'repair', session: null, following: null },
    ...{ lastSeenAt: '2026-09-30T10:00:00Z', since: '2026-09-30T10:50:00Z' },
    people: [
      { clientId: 'm', callName: 'Maya' },
      { clientId: 't', callName: 'Tom' },
    ],
    lines: Array.from({ length: changes }, (_, number) => change(number)),
  };
  TestBed.inject(HttpTestingController).expectOne('/api/v1/couples/c/brief').flush(brief);
  await view.fixture.whenStable();
  const press = async (what: HTMLElement): Promise<void> => {
    what.click();
    await view.fixture.whenStable();
  };
  /** Those on the screen; the older ones up to a sheet's length are for paper alone. */
  const shown = (): number => document.querySelectorAll('.ledger-entry:not(.brief-older)').length;
  return { press, shown };
}

it('begins with the five newest changes, keeps six for paper, and shows all of them when asked', async () => {
  const { press, shown } = await draw(14);
  expect([shown(), document.querySelectorAll('.ledger-entry').length]).toEqual([5, 6]);
  expect(screen.getByText('And 8 more, older ones.')).toBeTruthy();
  await press(screen.getByRole('button', { name: 'And 9 more, older ones' }));
  expect(shown()).toBe(14);
  await press(screen.getByRole('button', { name: 'Only the newest' }));
  expect(shown()).toBe(5);
});

it('offers no older changes where there are five', async () => {
  const { shown } = await draw(5);
  expect(shown()).toBe(5);
  expect(screen.queryByRole('button', { name: /older/ })).toBeNull();
});
