import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import type { Page } from '../platform/paging.js';
import { Can, Creates, Id, IfMatch, Returns, ReturnsPage } from '../platform/route.js';
import {
  ListeningClosing,
  ListeningDto,
  ListeningOpening,
  ListeningQuery,
  ListeningText,
  OwnListeningDto,
} from './listening.dto.js';
import { ListeningService } from './listening.service.js';

@Controller()
export class ListeningController {
  constructor(private readonly listening: ListeningService) {}

  @Get('couples/:id/own-listening')
  @Can('listening:act')
  @Returns(OwnListeningDto)
  own(@Id() id: string): Promise<OwnListeningDto> {
    return this.listening.own(id);
  }

  @Post('couples/:id/listening')
  @Can('listening:act')
  @Creates(ListeningDto)
  begin(@Id() id: string, @Body() { text }: ListeningText): Promise<ListeningDto> {
    return this.listening.begin(id, text);
  }

  @Get('couples/:id/listening')
  @Can('listening:read')
  @ReturnsPage(ListeningDto)
  list(@Id() id: string, @Query() query: ListeningQuery): Promise<Page<ListeningDto>> {
    return this.listening.list(id, query);
  }

  @Get('listening/:id')
  @Can('listening:read')
  @Returns(ListeningDto)
  one(@Id() id: string): Promise<ListeningDto> {
    return this.listening.one(id);
  }

  /** While it is kept. */
  @Put('listening/:id')
  @Can('listening:act')
  @Returns(ListeningDto)
  rewrite(@Id() id: string, @Body() { text }: ListeningText, @IfMatch() version: number): Promise<ListeningDto> {
    return this.listening.rewrite(id, version, text);
  }

  @Post('listening/:id/offer')
  @Can('listening:act')
  @Returns(ListeningDto)
  offer(@Id() id: string): Promise<ListeningDto> {
    return this.listening.offer(id);
  }

  @Post('listening/:id/reflections')
  @Can('listening:act')
  @Returns(ListeningDto)
  reflect(@Id() id: string, @Body() { text }: ListeningText): Promise<ListeningDto> {
    return this.listening.reflect(id, text);
  }

  @Post('listening/:id/replies')
  @Can('listening:act')
  @Returns(ListeningDto)
  reply(@Id() id: string, @Body() { text }: ListeningText): Promise<ListeningDto> {
    return this.listening.reply(id, text);
  }

  @Post('listening/:id/closing')
  @Can('listening:act')
  @Returns(ListeningDto)
  close(@Id() id: string, @Body() { heard }: ListeningClosing): Promise<ListeningDto> {
    return this.listening.close(id, heard);
  }

  @Post('listening/:id/withdraw')
  @Can('listening:act')
  @Returns(ListeningDto)
  withdraw(@Id() id: string): Promise<ListeningDto> {
    return this.listening.withdraw(id);
  }

  @Post('listening/:id/open')
  @Can('listening:open')
  @Returns(ListeningDto)
  open(@Id() id: string, @Body() { reason }: ListeningOpening): Promise<ListeningDto> {
    return this.listening.open(id, reason);
  }
}
