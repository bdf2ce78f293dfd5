import { NgTemplateOutlet } from '@angular/common';
import { Component, input } from '@angular/core';

/** The label of a control, or the words of a legend when there is no single control to point at. */
@Component({
  selector: 'kept-field-label',
  imports: [NgTemplateOutlet],
  templateUrl: './field-label.html',
})
export class FieldLabel {
  readonly label = input.required<string>();
  readonly optional = input(false);
  /** The label becomes the h1 of a question page and can take the focus. */
  readonly heading = input(false);
  /** Id of the control. Leave it out inside a legend. */
  readonly control = input<string>();
}
