import { Component, input } from '@angular/core';

/** What is on the page taken along: printed from it, or kept as a file where there is one. */
@Component({
  selector: 'kept-paper-acts',
  template: `
    <p class="button-row">
      <button class="button button-plain" type="button" (click)="print()" i18n>Print</button>
      @if (path(); as file) {
        <a class="button button-plain" [href]="file" download i18n>Keep as PDF</a>
      }
    </p>
  `,
})
export class PaperActs {
  /** Where the file lies; null where it leaves the house in none. */
  readonly path = input.required<string | null>();

  protected print(): void {
    globalThis.print();
  }
}
