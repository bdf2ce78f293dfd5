import { Body, Controller, Get, Patch, Post, Put, Query } from '@nestjs/common';
import { OpenReason } from '../commitments/open-reason.dto.js';
import type { Page } from '../platform/paging.js';
import { Can, Creates, Id, IfMatch, Returns, ReturnsPage } from '../platform/route.js';
import {
  BoundaryChange,
  BoundaryCommentDto,
  BoundaryDetailDto,
  BoundaryDto,
  BoundaryEventDto,
  BoundaryQuery,
  DraftDto,
  DraftInput,
  NewBoundary,
  NewBoundaryComment,
  NewBoundaryEvent,
  NewMove,
  NewWording,
  OwnPartDto,
} from './boundaries.dto.js';
import { BoundariesService } from './boundaries.service.js';
import { BoundaryDraftsService } from './boundary.drafts.service.js';
import { NegotiationService } from './negotiation.service.js';

@Controller()
export class BoundariesController {
  constructor(
    private readonly boundaries: BoundariesService,
    private readonly drafts: BoundaryDraftsService,
    private readonly negotiation: NegotiationService,
  ) {}

  @Post('couples/:id/boundaries')
  @Can('boundaries:act')
  @Creates(BoundaryDetailDto)
  draft(@Id() id: string, @Body() body: NewBoundary): Promise<BoundaryDetailDto> {
    return this.boundaries.draft(id, body);
  }

  @Get('couples/:id/boundaries')
  @Can('boundaries:read')
  @ReturnsPage(BoundaryDto)
  list(@Id() id: string, @Query() query: BoundaryQuery): Promise<Page<BoundaryDto>> {
    return this.boundaries.list(id, query);
  }

  @Get('couples/:id/own-part')
  @Can('boundaries:act')
  @Returns(OwnPartDto)
  ownPart(@Id() id: string): Promise<OwnPartDto> {
    return this.boundaries.ownPart(id);
  }

  @Get('boundaries/:id')
  @Can('boundaries:read')
  @Returns(BoundaryDetailDto)
  one(@Id() id: string): Promise<BoundaryDetailDto> {
    return this.boundaries.one(id);
  }

  @Patch('boundaries/:id')
  @Can('boundaries:act')
  @Returns(BoundaryDetailDto)
  change(@Id() id: string, @Body() body: BoundaryChange, @IfMatch() version: number): Promise<BoundaryDetailDto> {
    return this.boundaries.change(id, version, body);
  }

  @Post('couples/:id/boundary-drafts')
  @Can('boundaries:act')
  @Creates(DraftDto)
  beginDraft(@Id() id: string): Promise<DraftDto> {
    return this.drafts.begin(id);
  }

  @Get('boundaries/:id/draft')
  @Can('boundaries:act')
  @Returns(DraftDto)
  readDraft(@Id() id: string): Promise<DraftDto> {
    return this.drafts.read(id);
  }

  @Put('boundaries/:id/draft')
  @Can('boundaries:act')
  @Returns(DraftDto)
  saveDraft(@Id() id: string, @Body() body: DraftInput, @IfMatch() version: number): Promise<DraftDto> {
    return this.drafts.save(id, version, body);
  }

  @Post('boundaries/:id/transitions')
  @Can('boundaries:move')
  @Returns(BoundaryDetailDto)
  move(@Id() id: string, @Body() body: NewMove): Promise<BoundaryDetailDto> {
    return this.negotiation.move(id, body);
  }

  /** Other words beside the ones there are, while it is talked about. */
  @Post('boundaries/:id/wordings')
  @Can('boundaries:act')
  @Returns(BoundaryDetailDto)
  reword(@Id() id: string, @Body() body: NewWording): Promise<BoundaryDetailDto> {
    return this.negotiation.reword(id, body);
  }

  @Post('boundaries/:id/comments')
  @Can('boundaries:act')
  @Creates(BoundaryCommentDto)
  comment(@Id() id: string, @Body() { text }: NewBoundaryComment): Promise<BoundaryCommentDto> {
    return this.negotiation.comment(id, text);
  }

  @Post('boundaries/:id/open')
  @Can('boundaries:open')
  @Returns(BoundaryDetailDto)
  open(@Id() id: string, @Body() { reason }: OpenReason): Promise<BoundaryDetailDto> {
    return this.negotiation.open(id, reason);
  }

  @Post('boundaries/:id/events')
  @Can('boundaries:act')
  @Creates(BoundaryEventDto)
  mark(@Id() id: string, @Body() body: NewBoundaryEvent): Promise<BoundaryEventDto> {
    return this.boundaries.mark(id, body);
  }

  @Get('boundaries/:id/events')
  @Can('boundaries:read')
  @ReturnsPage(BoundaryEventDto)
  events(@Id() id: string, @Query() query: BoundaryQuery): Promise<Page<BoundaryEventDto>> {
    return this.boundaries.events(id, query);
  }
}
