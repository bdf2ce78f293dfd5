import { booleanAttribute, Component, input, output, signal } from '@angular/core';
import { uniqueId } from '../unique-id';

/** Bytes a file may have; the server says no to more. */
export const MOST_BYTES = 2 * 1024 * 1024;

/** One FHIR file, chosen or dropped. It is read on this device; whoever listens gets its text. */
@Component({
  selector: 'kept-fhir-file',
  templateUrl: './fhir-file.html',
})
export class FhirFile {
  readonly label = input.required<string>();
  readonly busy = input(false, { transform: booleanAttribute });
  readonly chosen = output<{ name: string; text: string }>();
  protected readonly fieldId = uniqueId('file');
  protected readonly wrong = signal('');
  protected readonly over = signal(false);

  protected async choose(control: HTMLInputElement): Promise<void> {
    await this.take(control.files?.[0]);
    // So that the very same file, mended, can be chosen again.
    control.value = '';
  }

  protected async drop(event: DragEvent): Promise<void> {
    event.preventDefault();
    this.over.set(false);
    await this.take(event.dataTransfer?.files[0]);
  }

  protected hover(event: DragEvent, isOver: boolean): void {
    event.preventDefault();
    this.over.set(isOver);
  }

  private async take(file: File | undefined): Promise<void> {
    if (!file || this.busy()) return;
    if (file.size > MOST_BYTES) return this.wrong.set($localize`${file.name}:file: is larger than 2 MB.`);
    this.wrong.set('');
    try {
      this.chosen.emit({ name: file.name, text: await file.text() });
    } catch {
      this.wrong.set($localize`${file.name}:file: cannot be read on this device.`);
    }
  }
}
