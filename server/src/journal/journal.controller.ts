import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import type { Page } from '../platform/paging.js';
import { Can, Creates, Id, IfMatch, Returns, ReturnsNothing, ReturnsPage } from '../platform/route.js';
import { EntryChange, EntryDto, EntryQuery, NewEntry, OpenWin, SharedWinDto } from './journal.dto.js';
import { JournalService } from './journal.service.js';
import { SharedWinsService } from './shared-wins.service.js';

@Controller()
export class JournalController {
  constructor(
    private readonly journal: JournalService,
    private readonly wins: SharedWinsService,
  ) {}

  @Get('clients/:id/journal')
  @Can('journal:read')
  @ReturnsPage(EntryDto)
  list(@Id() id: string, @Query() query: EntryQuery): Promise<Page<EntryDto>> {
    return this.journal.list(id, query);
  }

  @Post('clients/:id/journal')
  @Can('journal:write')
  @Creates(EntryDto)
  write(@Id() id: string, @Body() body: NewEntry): Promise<EntryDto> {
    return this.journal.write(id, body);
  }

  @Patch('journal/:id')
  @Can('journal:write')
  @Returns(EntryDto)
  change(@Id() id: string, @Body() body: EntryChange, @IfMatch() version: number): Promise<EntryDto> {
    return this.journal.change(id, body, version);
  }

  @Delete('journal/:id')
  @Can('journal:write')
  @ReturnsNothing()
  remove(@Id() id: string, @IfMatch() version: number): Promise<void> {
    return this.journal.remove(id, version);
  }

  @Post('journal/:id/share')
  @Can('journal:share')
  @Creates(SharedWinDto)
  share(@Id() id: string): Promise<SharedWinDto> {
    return this.wins.share(id);
  }

  @Get('couples/:id/shared-wins')
  @Can('journal:read')
  @ReturnsPage(SharedWinDto)
  shared(@Id() id: string): Promise<Page<SharedWinDto>> {
    return this.wins.of(id);
  }

  @Post('shared-wins/:id/withdraw')
  @Can('journal:share')
  @ReturnsNothing()
  withdraw(@Id() id: string): Promise<void> {
    return this.wins.withdraw(id);
  }

  @Post('shared-wins/:id/open')
  @Can('journal:open')
  @Returns(SharedWinDto)
  open(@Id() id: string, @Body() { reason }: OpenWin): Promise<SharedWinDto> {
    return this.wins.open(id, reason);
  }
}
