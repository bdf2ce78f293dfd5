import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import type { Page } from '../platform/paging.js';
import { Can, Creates, Id, IfMatch, Returns, ReturnsNothing, ReturnsPage } from '../platform/route.js';
import { NewNoteText, NoteTextDto, NoteTextInput } from './note-texts.dto.js';
import { NoteTextsService } from './note-texts.service.js';

@Controller('note-texts')
export class NoteTextsController {
  constructor(private readonly texts: NoteTextsService) {}

  @Get()
  @Can('note-texts:write')
  @ReturnsPage(NoteTextDto)
  list(): Promise<Page<NoteTextDto>> {
    return this.texts.list();
  }

  @Post()
  @Can('note-texts:write')
  @Creates(NoteTextDto)
  make(@Body() given: NewNoteText): Promise<NoteTextDto> {
    return this.texts.make(given);
  }

  @Put(':id')
  @Can('note-texts:write')
  @Returns(NoteTextDto)
  save(@Id() id: string, @IfMatch() version: number, @Body() given: NoteTextInput): Promise<NoteTextDto> {
    return this.texts.save(id, given, version);
  }

  @Post(':id/remove')
  @Can('note-texts:write')
  @ReturnsNothing()
  remove(@Id() id: string): Promise<void> {
    return this.texts.remove(id);
  }
}
