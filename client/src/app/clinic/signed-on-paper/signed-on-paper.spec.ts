import { render, screen } from '@testing-library/angular';
import { SignedOnPaper, type PaperDays, type SignedSheet } from './signed-on-paper';

/** The browser of the tests knows no modal dialogs. */
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function (): void {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function (): void {
    this.open = false;
  };
});

async function open(more: Partial<SignedSheet> = {}) {
  const told: string[] = [];
  const days: PaperDays[] = [];
  const view = await render(SignedOnPaper, { on: { recorded: (name) => told.push(name) } });
  const record = (given: PaperDays): Promise<void> => Promise.resolve(void days.push(given));
  view.fixture.componentInstance.open({ name: 'Maya', about: 'With the sheet.', expires: false, record, ...more });
  await view.fixture.whenStable();
  const press = async (): Promise<void> => {
    screen.getByRole('button', { name: 'Record' }).click();
    await new Promise((done) => setTimeout(done));
    await view.fixture.whenStable();
  };
  return { told, days, press };
}

it('asks for the day on the sheet alone, where the signature does not end', async () => {
  const { told, days, press } = await open();
  expect(screen.getByRole('heading', { name: 'Maya signed on paper' })).toBeTruthy();
  expect(screen.getByText('With the sheet.')).toBeTruthy();
  expect(screen.queryByText('Counts until')).toBeNull();
  await press();
  expect(days).toHaveLength(1);
  expect(told).toEqual(['Maya']);
});

it('asks until when it counts, where it does', async () => {
  const { days, press } = await open({ expires: true });
  expect(screen.getByText('Counts until')).toBeTruthy();
  await press();
  expect(days[0]!.expiresOn > days[0]!.signedOn).toBe(true);
});

it('stays open with the reason when it could not be recorded', async () => {
  const { told, press } = await open({ record: () => Promise.reject(new Error('offline')) });
  await press();
  expect(screen.getByText(/\S+ \S+/, { selector: '.field-error, .field-error *' })).toBeTruthy();
  expect(told).toEqual([]);
});
