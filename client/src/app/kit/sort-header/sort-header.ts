import { Component, computed, input, model } from '@angular/core';

/** A column head that sorts: `<th kept-sort-header field="name" [(sort)]="sort">Person</th>`. */
@Component({
  selector: 'th[kept-sort-header]',
  template: `<button type="button" class="sort-button" (click)="turn()"><ng-content /></button>`,
  host: { scope: 'col', '[attr.aria-sort]': 'direction()' },
})
export class SortHeader {
  /** Name of the column in the API's `sort`. */
  readonly field = input.required<string>();
  /** `field` for ascending, `-field` for descending, as the API takes it. */
  readonly sort = model('');
  protected readonly direction = computed(() => {
    if (this.sort() === this.field()) return 'ascending';
    return this.sort() === `-${this.field()}` ? 'descending' : null;
  });

  protected turn(): void {
    this.sort.set(this.sort() === this.field() ? `-${this.field()}` : this.field());
  }
}
