import { Component, input } from '@angular/core';

/** One partner's name with the mark that stands for that partner in every chart. A and B are the couple's own order. */
@Component({
  selector: 'kept-person',
  template: `<span [class]="'person person-' + order()">{{ name() }}</span>`,
})
export class Person {
  readonly name = input.required<string>();
  readonly order = input.required<'a' | 'b'>();
}
