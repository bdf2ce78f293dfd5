import { Component, input } from '@angular/core';

/** A stretch of text; `found`: what was searched for. */
export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

/** Text with what was searched for marked in it, no space more or less than it has. */
@Component({
  selector: 'kept-marked-text',
  template: `@for (piece of pieces(); track $index) {
    @if (piece.found) {
      <mark>{{ piece.text }}</mark>
    } @else {
      <ng-container>{{ piece.text }}</ng-container>
    }
  }`,
})
export class MarkedText {
  readonly pieces = input.required<readonly Piece[]>();
}
