import { Component } from '@angular/core';
import { render, screen } from '@testing-library/angular';
import { Dialog } from './dialog';

@Component({
  imports: [Dialog],
  template: `
    <button type="button" (click)="dialog.open()">Sign</button>
    <kept-dialog #dialog heading="Sign this note?" [insistent]="insistent" (closed)="results.push($event)">
      <button actions type="button" (click)="dialog.close('sign')">Sign it</button>
    </kept-dialog>
  `,
})
class Page {
  insistent = false;
  readonly results: string[] = [];
}

// The test browser knows the element but not its methods.
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function (): void {
    this.open = true;
    this.querySelector('button')?.focus();
  };
  HTMLDialogElement.prototype.close = function (result = ''): void {
    this.open = false;
    this.returnValue = result;
    this.dispatchEvent(new Event('close'));
  };
});

it('gives the focus back to the button that opened it, with the answer', async () => {
  const { fixture } = await render(Page);
  const opener = screen.getByRole('button', { name: 'Sign' });
  opener.focus();
  opener.click();
  expect(screen.getByRole('dialog', { name: 'Sign this note?' })).toBeTruthy();
  screen.getByRole('button', { name: 'Sign it' }).click();
  expect(document.activeElement).toBe(opener);
  expect(fixture.componentInstance.results).toEqual(['sign']);
});

it.each([true, false])('keeps Escape from closing it only when an answer is needed (%s)', async (insistent) => {
  const { container } = await render(Page, { componentProperties: { insistent } });
  const cancel = new Event('cancel', { cancelable: true });
  container.querySelector('dialog')?.dispatchEvent(cancel);
  expect(cancel.defaultPrevented).toBe(insistent);
});
