import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import type { Page } from '../platform/paging.js';
import { Can, Creates, Id, IfMatch, Returns, ReturnsPage } from '../platform/route.js';
import { BetrayalsService } from './betrayals.service.js';
import { CoupleChangesService } from './couple-changes.service.js';
import { CoupleEndingsService } from './couple-endings.service.js';
import {
  BetrayalChange,
  BetrayalClosing,
  BetrayalDto,
  CoupleChangeDto,
  CoupleEndingDto,
  EndCouple,
  NewBetrayal,
  ReopeningDto,
} from './couple-events.dto.js';
import { CoupleDto } from './couples.dto.js';

/** What happened between two people, what of it changed, and the end of their work together. */
@Controller()
export class CoupleEventsController {
  constructor(
    private readonly betrayals: BetrayalsService,
    private readonly changes: CoupleChangesService,
    private readonly endings: CoupleEndingsService,
  ) {}

  @Get('couples/:id/betrayals')
  @Can('betrayals:read')
  @ReturnsPage(BetrayalDto)
  async list(@Id() id: string): Promise<Page<BetrayalDto>> {
    return { items: await this.betrayals.of(id), next: null };
  }

  @Post('couples/:id/betrayals')
  @Can('betrayals:change')
  @Creates(BetrayalDto)
  add(@Id() id: string, @Body() body: NewBetrayal): Promise<BetrayalDto> {
    return this.betrayals.add(id, body);
  }

  @Patch('betrayals/:id')
  @Can('betrayals:change')
  @Returns(BetrayalDto)
  change(@Id() id: string, @IfMatch() version: number, @Body() body: BetrayalChange): Promise<BetrayalDto> {
    return this.betrayals.change(id, body, version);
  }

  @Post('betrayals/:id/close')
  @Can('betrayals:change')
  @Returns(BetrayalDto)
  close(@Id() id: string, @IfMatch() version: number, @Body() { reason }: BetrayalClosing): Promise<BetrayalDto> {
    return this.betrayals.close(id, reason, version);
  }

  /** Who changed roles and events, and why; the newest first. */
  @Get('couples/:id/changes')
  @Can('couples:history')
  @ReturnsPage(CoupleChangeDto)
  async history(@Id() id: string): Promise<Page<CoupleChangeDto>> {
    return { items: await this.changes.of(id), next: null };
  }

  /** Closes what is joint. Sharing ends at once; each one's own goes on. */
  @Post('couples/:id/end')
  @Can('couples:end')
  @Returns(CoupleDto)
  end(@Id() id: string, @Body() body: EndCouple): Promise<CoupleDto> {
    return this.endings.end(id, body);
  }

  @Get('couples/:id/ending')
  @Can('couples:history')
  @Returns(CoupleEndingDto)
  ending(@Id() id: string): Promise<CoupleEndingDto> {
    return this.endings.of(id);
  }

  @Post('couples/:id/reopen-request')
  @Can('couples:end')
  @Returns(CoupleEndingDto)
  askReopening(@Id() id: string): Promise<CoupleEndingDto> {
    return this.endings.askReopening(id);
  }

  /** Ends that another of the staff asks to undo, and that this reader may decide on. */
  @Get('couples/reopenings')
  @Can('couples:reopen')
  @ReturnsPage(ReopeningDto)
  async reopenings(): Promise<Page<ReopeningDto>> {
    return { items: await this.endings.asked(), next: null };
  }

  /** The second of the two who undo an end. */
  @Post('couples/:id/reopen')
  @Can('couples:reopen')
  @Returns(CoupleDto)
  reopen(@Id() id: string): Promise<CoupleDto> {
    return this.endings.reopen(id);
  }
}
