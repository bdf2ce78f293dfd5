import { Component } from '@angular/core';

@Component({
  selector: 'kit-page',
  templateUrl: './kit-page.html',
})
export class KitPage {}
