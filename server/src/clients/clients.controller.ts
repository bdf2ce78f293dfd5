import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { Can, Creates, Id, IfMatch, Returns, ReturnsNothing } from '../platform/route.js';
import { ClientChange, ClientDto, NewClient, PortalInvitation } from './clients.dto.js';
import { ClientsService } from './clients.service.js';
import { PortalInvitationsService } from './portal-invitations.service.js';

@Controller('clients')
export class ClientsController {
  constructor(
    private readonly clients: ClientsService,
    private readonly portalInvitations: PortalInvitationsService,
  ) {}

  @Post()
  @Can('clients:create')
  @Creates(ClientDto)
  create(@Body() input: NewClient): Promise<ClientDto> {
    return this.clients.create(input);
  }

  @Get(':id')
  @Can('clients:read')
  @Returns(ClientDto)
  one(@Id() id: string): Promise<ClientDto> {
    return this.clients.one(id);
  }

  @Patch(':id')
  @Can('clients:change')
  @Returns(ClientDto)
  change(@Id() id: string, @IfMatch() version: number, @Body() input: ClientChange): Promise<ClientDto> {
    return this.clients.change(id, version, input);
  }

  @Post(':id/portal-invitation')
  @Can('clients:invite')
  @ReturnsNothing(202)
  invite(@Id() id: string, @Body() input: PortalInvitation): Promise<void> {
    return this.portalInvitations.invite(id, input.email);
  }
}
