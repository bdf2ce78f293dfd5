import { Component, computed, input, signal, viewChild } from '@angular/core';
import type { ClientDto, InstrumentDto } from '../../../../api/types.gen';
import { read } from '../../../core/api';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { PlannedScales } from '../../check-ins/planned-scales';
import { Screenings } from '../screenings/screenings';
import { ScaleAnswers } from './answers/scale-answers';
import { ClientCharts } from './client-charts';

/** The scales of one person: what is asked and when, and a chart for each instrument with that person's usual range. */
@Component({
  selector: 'kept-client-scales',
  imports: [ClientCharts, PlannedScales, ProblemNotice, ScaleAnswers, Screenings],
  templateUrl: './scales.html',
})
export class ClientScales {
  /** Client id, from the address. */
  readonly id = input.required<string>();

  protected readonly client = read<ClientDto>(() => `/clients/${this.id()}`);
  protected readonly instruments = read<{ items: InstrumentDto[] }>(() => '/instruments?asked=true&limit=100');
  /** Their own words, no ranges and no limits: for the moment when the screen is turned round. */
  protected readonly clientView = signal(false);
  private readonly planned = viewChild(PlannedScales);
  /** Whose plans are shown; nobody's while the screen is turned. */
  protected readonly asked = computed(() => {
    const client = this.client.value();
    return client && !this.clientView() ? [{ clientId: client.id, name: client.displayName }] : null;
  });

  /** The couple, for whoever can plan for both. */
  protected readonly pair = computed(() => {
    const client = this.client.value();
    return client?.coupleInCare ? client.coupleId : null;
  });

  protected offer(instrumentId: string): void {
    this.planned()?.offer(instrumentId);
  }
}
