import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import type { Page } from '../platform/paging.js';
import { Can, Creates, Id, IfMatch, Returns, ReturnsPage } from '../platform/route.js';
import { PausesService } from './pauses.service.js';
import { RemindersService } from './reminders.service.js';
import {
  NewPause,
  PauseDto,
  ReminderChoiceDto,
  ReminderInput,
  RunningPauseDto,
  SequenceChange,
  SequenceDto,
  SequenceQuery,
} from './sequences.dto.js';
import { SequencesService } from './sequences.service.js';

/** How fast homework comes: one sheet after the other, and not at all for a while. */
@Controller()
export class PacingController {
  constructor(
    private readonly sequences: SequencesService,
    private readonly pauses: PausesService,
    private readonly reminders: RemindersService,
  ) {}

  @Get('sequences')
  @Can('sequences:read')
  @ReturnsPage(SequenceDto)
  list(@Query() query: SequenceQuery): Promise<Page<SequenceDto>> {
    return this.sequences.list(query);
  }

  @Post('sequences/:id/change')
  @Can('sequences:change')
  @Returns(SequenceDto)
  change(@Id() id: string, @Body() { act }: SequenceChange, @IfMatch() version: number): Promise<SequenceDto> {
    return this.sequences.change(id, act, version);
  }

  @Get('clients/:id/pauses')
  @Can('pauses:read')
  @ReturnsPage(PauseDto)
  pausesOf(@Id() id: string): Promise<Page<PauseDto>> {
    return this.pauses.list(id);
  }

  @Post('clients/:id/pauses')
  @Can('pauses:take')
  @Creates(PauseDto)
  pause(@Id() id: string, @Body() { days, what }: NewPause): Promise<PauseDto> {
    return this.pauses.take(id, days, what);
  }

  @Get('pauses')
  @Can('pauses:watch')
  @ReturnsPage(RunningPauseDto)
  running(): Promise<Page<RunningPauseDto>> {
    return this.pauses.running();
  }

  @Post('pauses/:id/end')
  @Can('pauses:take')
  @Returns(PauseDto)
  end(@Id() id: string): Promise<PauseDto> {
    return this.pauses.end(id);
  }

  @Get('reminders')
  @Can('reminders:choose')
  @Returns(ReminderChoiceDto)
  reminding(): Promise<ReminderChoiceDto> {
    return this.reminders.own();
  }

  /** Her own choice, for her alone: nobody makes it for her. */
  @Put('reminders')
  @Can('reminders:choose')
  @Returns(ReminderChoiceDto)
  remind(@Body() { wanted }: ReminderInput, @IfMatch() version: number): Promise<ReminderChoiceDto> {
    return this.reminders.choose(wanted, version);
  }
}
