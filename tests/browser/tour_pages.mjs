// Which pages the tour takes pictures of: as whom, and in the size that they are mostly used in.

export function parts({ code, screen, last, shift, school, gate, past, bureau, station, route }) {
  const s = `/desk/schools/${school}`, o = `/desk/organizations/${bureau}`, p = `/desk/organizations/${station}/patrols`, w = `/desk/organizations/${station}/patrol-routes`;
  return [
    { name: 'home', who: null, size: 'desk', pages: [['home', '/'], ['desk-sign-in', '/desk/sign-in']] },
    { name: 'phone', who: null, size: 'phone', pages: [['sign-in', `/c/${code}`], ['unknown', '/c/ABCDEFG'], ['app-sign-in', '/m/sign-in']] },
    { name: 'kiosk', who: null, size: 'desk', pages: [['screen', `/kiosk/${screen}`]] },
    { name: 'post', who: 'parent', size: 'phone', pages: [['page', `/c/${code}`]] },
    {
      name: 'app', who: 'parent', size: 'phone',
      pages: [
        ['today', '/m/'], ['scan', '/m/scan'], ['check-in', `/m/check-in/${code}`], ['here', '/m/here'], ['history', '/m/history'], ['evidence', `/m/history/${last}`],
        ['waiting', '/m/waiting'], ['corrections', '/m/corrections'], ['ask-correction', '/m/corrections/new'], ['me', '/m/me'], ['name', '/m/me/name'],
        ['password', '/m/me/password'], ['alarm', '/m/alarm'], ['hazards', '/m/hazards'], ['hazard-new', '/m/hazards/new'], ['consents', '/m/me/consents'], ['sessions', '/m/me/sessions'], ['data', '/m/me/data'],
      ],
    },
    { name: 'guard', who: 'guard in charge', size: 'phone', pages: [['today', '/m/'], ['alerts', '/m/alerts'], ['co-sign', '/m/co-sign'], ['stand-in', `/m/shifts/${shift}/stand-in`]] },
    { name: 'police', who: 'police', size: 'phone', pages: [['today', '/m/'], ['schools', '/m/schools']] },
    {
      name: 'school', who: 'principal', size: 'desk',
      pages: [
        ['board', `${s}/board`], ['alerts', `${s}/alerts`], ['inbox', '/desk/inbox'], ['hazards', `${s}/hazards?view=all`], ['inspections', `${s}/inspections`], ['checklists', `${s}/inspections?view=lists`], ['alerts-earlier', `${s}/alerts?view=earlier`], ['alert-steps', `${s}/alerts?view=steps`], ['channels', `${s}/alerts?view=channels`], ['messages', `${s}/alerts?view=messages`], ['people', `${s}/shifts`], ['review', `${s}/review`], ['corrections', `${s}/corrections`],
        ['day', `${s}/days/${past}`], ['month', `${s}/month`], ['trends', `${s}/trends`], ['check-ins', `${s}/check-ins`],
      ],
    },
    {
      name: 'setup', who: 'principal', size: 'desk',
      pages: [
        ['overview', `${s}/overview`], ['checkpoints', `${s}/checkpoints`], ['checkpoint', `${s}/checkpoints/${gate}`], ['rules', `${s}/rules`],
        ['calendar', `${s}/calendar`], ['people', `${s}/people`], ['invites', `${s}/people?tab=invites`], ['signs', `${s}/signs`], ['assistant', `${s}/assistant`],
      ],
    },
    {
      name: 'bureau', who: 'bureau officer', size: 'desk',
      pages: [
        ['schools', `${o}/schools`], ['map', `${o}/schools?view=map`], ['compare', `${o}/compare`], ['inspections', `${o}/inspections`], ['report', `${o}/report`], ['stations', `${o}/stations`], ['hazards', `${o}/hazards?view=all`], ['hazard-rules', `${o}/hazard-rules`], ['calendar', `${o}/calendar`],
      ],
    },
    { name: 'safety', who: 'safety officer', size: 'phone', pages: [['alerts', '/m/alerts'], ['inspections', '/m/inspections']] },
    { name: 'patrol-officer', who: 'patrol officer', size: 'phone', pages: [['today', '/m/'], ['routes', '/m/patrols'], ['round', `/m/patrols/${route}`], ['pass', '/m/scan?as=pass']] },
    {
      name: 'patrols', who: 'station chief', size: 'desk',
      pages: [
        ['sums', `${p}?range=month`], ['schools', `${p}?range=month&view=schools`], ['routes', `${p}?view=setUp`], ['day', `${p}/${route}/days/${past}`], ['new', `${w}/new`], ['edit', `${w}/${route}`],
      ],
    },
    { name: 'admin', who: 'administrator', size: 'desk', pages: [['imports', `${o}/imports`], ['tree', `${o}/tree`], ['audit', `${o}/audit`], ['new-school', `${o}/new-school`], ['jobs', `${o}/jobs`]] },
  ];
}
