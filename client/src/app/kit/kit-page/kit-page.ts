import { DOCUMENT } from '@angular/common';
import { Component, effect, inject, signal } from '@angular/core';
import { AnswerDiff } from '../answer-diff/answer-diff';
import { AuditRow } from '../audit-row/audit-row';
import { Checkbox } from '../checkbox/checkbox';
import { CheckboxGroup } from '../checkbox-group/checkbox-group';
import { DateField } from '../date-field/date-field';
import { Dialog } from '../dialog/dialog';
import { ErrorSummary } from '../error-summary/error-summary';
import { ExitBar } from '../exit-bar/exit-bar';
import { LoadError } from '../load-error/load-error';
import { Menu } from '../menu/menu';
import { NumberField } from '../number-field/number-field';
import { Pager } from '../pager/pager';
import { Palette } from '../palette/palette';
import { PeoplePicker } from '../people-picker/people-picker';
import { Person } from '../person/person';
import { Popover } from '../popover/popover';
import { RadioGroup } from '../radio-group/radio-group';
import { Row, RowNav } from '../row-nav/row-nav';
import { ScaleChart } from '../scale-chart/scale-chart';
import { ScaleField } from '../scale-field/scale-field';
import { Select } from '../select/select';
import { SharedAnswers } from '../shared-answers/shared-answers';
import { SignedStamp } from '../signed-stamp/signed-stamp';
import { Skeleton } from '../skeleton/skeleton';
import { SortHeader } from '../sort-header/sort-header';
import { Sparkline } from '../sparkline/sparkline';
import type { SaveState } from '../status-line/save-state';
import { StatusLine } from '../status-line/status-line';
import { Tabs } from '../tabs/tabs';
import { TextArea } from '../text-area/text-area';
import { TextField } from '../text-field/text-field';
import { TimelineItem } from '../timeline-item/timeline-item';
import { ToastShelf } from '../toast/toast-shelf';
import { Toasts } from '../toast/toasts';
import { Unfold } from '../unfold/unfold';
import { Visibility } from '../visibility/visibility';
import { KitForms } from './kit-forms';
import * as sample from './kit-samples';

/** Every part of the kit in every state, in the theme chosen on top. The form renderer has a page of its own below. */
@Component({
  selector: 'kept-kit-page',
  imports: [
    AnswerDiff,
    AuditRow,
    Checkbox,
    CheckboxGroup,
    DateField,
    Dialog,
    ErrorSummary,
    ExitBar,
    KitForms,
    LoadError,
    Menu,
    NumberField,
    Pager,
    Palette,
    PeoplePicker,
    Person,
    Popover,
    RadioGroup,
    Row,
    RowNav,
    ScaleChart,
    ScaleField,
    Select,
    SharedAnswers,
    SignedStamp,
    Skeleton,
    SortHeader,
    Sparkline,
    StatusLine,
    Tabs,
    TextArea,
    TextField,
    TimelineItem,
    ToastShelf,
    Unfold,
    Visibility,
  ],
  templateUrl: './kit-page.html',
})
export class KitPage {
  protected readonly sample = sample;
  protected readonly toasts = inject(Toasts);
  protected readonly face = signal<string | null>('clinic');
  protected readonly mode = signal<string | null>('light');
  protected readonly showErrors = signal(false);
  protected readonly unfolded = signal(true);
  protected readonly sort = signal('name');
  protected readonly previewed = signal('');
  protected readonly query = signal('');
  protected readonly states: readonly SaveState[] = sample.SAVE_STATES;

  constructor() {
    const root = inject(DOCUMENT).documentElement;
    effect(() => {
      root.dataset['face'] = this.face() ?? 'clinic';
      root.dataset['mode'] = this.mode() ?? 'light';
    });
  }

  protected closeSample(): void {
    this.toasts.say($localize`Homework closed`, () => this.toasts.say($localize`Homework is open again`));
  }

  protected failSample(): void {
    this.toasts.fail($localize`The note did not go up. Your words are still here.`, () => this.toasts.clear());
  }
}
