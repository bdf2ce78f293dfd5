import { Component, input, output } from '@angular/core';
import type { ListeningDto } from '../../../api/types.gen';
import { nameOf, openWords, standing } from './listening.words';

/** One piece in the list: whose it is, how it stands, and the way to it. */
@Component({
  selector: 'kept-piece-card',
  templateUrl: './piece-card.html',
})
export class PieceCard {
  readonly piece = input.required<ListeningDto>();
  readonly opened = output();
  protected readonly nameOf = nameOf;
  protected readonly openWords = openWords;
  protected readonly standing = standing;
}
