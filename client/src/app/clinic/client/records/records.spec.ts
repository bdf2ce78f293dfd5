import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { render, screen } from '@testing-library/angular';
import { Login } from '../../../core/login';
import { ClientRecords } from './records';

const signature = { id: 'x', clientId: 'm', clientName: 'Maya', signedOn: '2026-10-01', expiresOn: '2026-12-01' };
const item = { id: 'n', kind: 'note', noteKind: 'progress', noteFormat: 'dap', at: '2026-10-01T10:00:00Z', addenda: 1 };
const plan = { id: 'p', kind: 'plan', planNumber: 2, at: '2026-10-02T10:00:00Z', addenda: 0 };
const drawn = { scope: 'own', coupleId: null, drawnAt: '2026-10-03T10:00:00Z', drawnByName: 'Dr Ellis', count: 2 };
const preview = {
  id: 'm',
  parts: [
    {
      scope: 'own',
      coupleId: null,
      coupleName: null,
      allowed: true,
      signers: [{ clientId: 'm', name: 'Maya', signature }],
      items: [item, plan],
    },
    {
      ...{ scope: 'joint', coupleId: 'c', coupleName: 'Maya & Tom K.', allowed: false, items: [] },
      signers: [
        { clientId: 'm', name: 'Maya', signature },
        { clientId: 't', name: 'Tom', signature: null },
      ],
    },
  ],
  withheld: [
    { what: 'partner_record', count: null },
    { what: 'unsigned', count: 2 },
    { what: 'plan_drafts', count: 1 },
  ],
  authorisations: [{ ...signature, coupleId: null, scope: 'own', state: 'stands', recordedByName: 'Dr Ellis' }],
  drawn: [
    { ...drawn, id: 'free', blocked: null },
    { ...drawn, id: 'held', blocked: 'signature_missing' },
  ],
};

async function draw() {
  const view = await render(ClientRecords, {
    inputs: { id: 'm' },
    providers: [
      ...[provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
      { provide: Login, useValue: { can: () => true } },
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  http.expectOne('/api/v1/clients/m').flush({ id: 'm', givenName: 'Maya', preferredName: null });
  http.expectOne('/api/v1/clients/m/record-preview').flush(preview);
  await view.fixture.whenStable();
  return { http, view };
}

it('says what would go, what stays and why, and that the joint record waits for the one who has not signed', async () => {
  await draw();
  expect(screen.getByRole('heading', { name: 'If Maya asks for these records' })).toBeTruthy();
  expect(screen.getByText('Waits for Tom to sign')).toBeTruthy();
  expect(screen.getByText('What would go: 1 signed note, 1 treatment plan')).toBeTruthy();
  expect(screen.getByText(/It is the partner’s/)).toBeTruthy();
  expect(screen.getByText('Unsigned notes').textContent).toContain('2');
});

it('draws up what is allowed, and asks nothing of the server for what is blocked', async () => {
  const { http, view } = await draw();
  const [own, joint] = screen.getAllByRole('button', { name: /^Draw up the list/ });
  expect(joint?.getAttribute('aria-disabled')).toBe('true');
  joint?.click();
  await view.fixture.whenStable();
  http.expectNone('/api/v1/clients/m/record-releases');
  own?.click();
  const asked = http.expectOne('/api/v1/clients/m/record-releases');
  expect(asked.request.body).toEqual({ scope: 'own', coupleId: null });
});

it('gives the file of a list that nothing blocks, and says of the other what does', async () => {
  await draw();
  const [file, ...others] = screen.getAllByRole('link', { name: /^Keep as PDF/ });
  expect(others).toEqual([]);
  expect(file?.getAttribute('href')).toBe('/api/v1/record-releases/free/pdf');
  expect(screen.getByText(/A signature is missing, or counts no more\./)).toBeTruthy();
});
