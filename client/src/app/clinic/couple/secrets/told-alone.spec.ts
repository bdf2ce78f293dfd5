import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { render, screen } from '@testing-library/angular';
import { Login } from '../../../core/login';
import { policyWords } from './policy-words';
import { ToldAlone } from './told-alone';

const version = { id: 'p', number: 1, choice: 'limited' as const, text: 'Kept.', madeAt: '2026-09-01T10:00:00Z' };
const signed = (clientId: string, signedOn: string) => ({ id: clientId, clientId, way: 'paper' as const, signedOn });

it('is told in a line: what is agreed, and whether both have signed it, by the later day', () => {
  const current = {
    ...version,
    madeByName: 'Dr Ellis',
    signatures: [signed('m', '2020-09-05'), signed('t', '2020-09-03')],
  };
  expect(policyWords({ current: null, signedByBoth: false })).toBe('nothing agreed yet');
  expect(policyWords({ current, signedByBoth: false })).toBe('limited discretion, not signed by both yet');
  expect(policyWords({ current, signedByBoth: true })).toBe('limited discretion, both signed by 5 September 2020');
});

it('shows the words that count, who has signed them, and what was before', async () => {
  const view = await render(ToldAlone, {
    inputs: { id: 'c' },
    providers: [
      ...[provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
      { provide: Login, useValue: { can: () => true } },
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const partners = [
    { clientId: 'm', callName: 'Maya' },
    { clientId: 't', callName: 'Tom' },
  ];
  http.expectOne('/api/v1/couples/c').flush({ id: 'c', status: 'active', displayName: 'Maya & Tom K.', partners });
  http.expectOne('/api/v1/couples/c/secrets-policy').flush({
    ...{ coupleId: 'c', signedByBoth: false, usual: 'limited', offers: [{ choice: 'limited', text: 'Kept.' }] },
    current: { ...version, number: 2, madeByName: 'Dr Ellis', signatures: [signed('m', '2026-09-03')] },
    earlier: [{ ...version, madeByName: 'Dr Ellis', signatures: [] }],
  });
  await view.fixture.whenStable();
  expect(screen.getByRole('heading', { name: 'Counts now: limited discretion' })).toBeTruthy();
  expect(screen.getByText(/^Signed on paper, 3 September/)).toBeTruthy();
  expect(screen.getAllByText('Not signed yet')).toHaveLength(1);
  expect(screen.getByRole('button', { name: 'Signed on paper, Tom' })).toBeTruthy();
  expect(screen.getByText(/^Version 1: limited discretion/)).toBeTruthy();
});
