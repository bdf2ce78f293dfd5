import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import type { Page } from '../platform/paging.js';
import { Can, Creates, Id, IfMatch, Returns, ReturnsPage } from '../platform/route.js';
import {
  FoundNoteDto,
  NewAddendum,
  NewNote,
  NoteDto,
  NoteLineDto,
  NoteMistake,
  NoteQuery,
  NoteRevisionDto,
  NoteSearch,
  NoteText,
  ReturnedNote,
} from './note.dto.js';
import { NoteListService } from './note-list.service.js';
import { NoteSearchService } from './note-search.service.js';
import { NotesService } from './notes.service.js';
import { SigningService } from './signing.service.js';

@Controller('notes')
export class NotesController {
  constructor(
    private readonly notes: NotesService,
    private readonly lists: NoteListService,
    private readonly searching: NoteSearchService,
    private readonly signing: SigningService,
  ) {}

  @Post()
  @Can('notes:write')
  @Creates(NoteDto)
  start(@Body() asked: NewNote): Promise<NoteDto> {
    return this.notes.start(asked);
  }

  @Get()
  @Can('notes:read')
  @ReturnsPage(NoteLineDto)
  list(@Query() query: NoteQuery): Promise<Page<NoteLineDto>> {
    return this.lists.list(query);
  }

  /** Sent as a body: an address is kept in histories and logs. */
  @Post('search')
  @Can('notes:search')
  @ReturnsPage(FoundNoteDto)
  search(@Body() asked: NoteSearch): Promise<Page<FoundNoteDto>> {
    return this.searching.search(asked);
  }

  @Get(':id')
  @Can('notes:read')
  @Returns(NoteDto)
  read(@Id() id: string): Promise<NoteDto> {
    return this.notes.read(id);
  }

  @Put(':id')
  @Can('notes:write')
  @Returns(NoteDto)
  save(@Id() id: string, @IfMatch() version: number, @Body() text: NoteText): Promise<NoteDto> {
    return this.notes.save(id, version, text);
  }

  @Get(':id/revisions')
  @Can('note-revisions:read')
  @ReturnsPage(NoteRevisionDto)
  revisions(@Id() id: string): Promise<Page<NoteRevisionDto>> {
    return this.notes.revisions(id);
  }

  @Post(':id/sign')
  @Can('notes:write')
  @Returns(NoteDto)
  sign(@Id() id: string, @IfMatch() version: number): Promise<NoteDto> {
    return this.signing.sign(id, version);
  }

  @Post(':id/addenda')
  @Can('notes:write')
  @Returns(NoteDto, { status: 201 })
  add(@Id() id: string, @Body() addendum: NewAddendum): Promise<NoteDto> {
    return this.signing.add(id, addendum);
  }

  @Post(':id/cosign')
  @Can('notes:cosign')
  @Returns(NoteDto)
  cosign(@Id() id: string): Promise<NoteDto> {
    return this.signing.cosign(id);
  }

  @Post(':id/return')
  @Can('notes:cosign')
  @Returns(NoteDto)
  giveBack(@Id() id: string, @Body() returned: ReturnedNote): Promise<NoteDto> {
    return this.signing.giveBack(id, returned);
  }

  @Post(':id/entered-in-error')
  @Can('notes:write')
  @Returns(NoteDto)
  enterInError(@Id() id: string, @Body() mistake: NoteMistake): Promise<NoteDto> {
    return this.signing.enterInError(id, mistake);
  }
}
