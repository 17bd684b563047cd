import { Component } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import conversation from './conversation.json';
import { Timeline } from './timeline';

@Component({
  selector: 'app-dashboard',
  imports: [Timeline],
  template: '<app-timeline [conversation]="conversation" />',
})
class Dashboard {
  readonly conversation = conversation;
}

bootstrapApplication(Dashboard).catch((error: unknown) => console.error(error));
