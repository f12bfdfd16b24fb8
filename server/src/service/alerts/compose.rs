//! Messages: what is told to the same recipient at the same moment about the same school is one message; an alarm goes by itself.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::alert::{AlertKind, ChannelKind, MessageState, Occasion, Said, Told, Urgency, sentence};
use crate::domain::id::{ChannelId, MessageId, PersonId};
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::problem::Result;
use crate::store::JsonText;
use crate::store::alerts::AlertRow;
use crate::store::messages::MessageRow;
use crate::store::organizations::Organization;

/// To whom something goes: in the app, or through a channel, by text message to a person's phone.
pub(super) type To = (Option<PersonId>, Option<ChannelId>);

/// What is to be told of one school.
#[derive(Default)]
pub(super) struct Letters(BTreeMap<(Occasion, IsAlarm, To), Letter>);

type IsAlarm = bool;

/// What is to be told to one recipient.
struct Letter {
    /// That of whatever may wait least.
    urgency: Urgency,
    alerts: Vec<AlertRow>,
}

impl Letters {
    /// Tells people, in the app and by the text messages of the channels; and the other channels.
    pub(super) fn tell(
        &mut self,
        (occasion, urgency): (Occasion, Urgency),
        alert: &AlertRow,
        people: &BTreeSet<PersonId>,
        channels: impl Iterator<Item = (ChannelId, ChannelKind)>,
    ) {
        people.iter().for_each(|person| self.add((occasion, urgency), alert, (Some(*person), None)));
        for (channel, kind) in channels {
            if kind == ChannelKind::Sms {
                people.iter().for_each(|person| self.add((occasion, urgency), alert, (Some(*person), Some(channel))));
            } else {
                self.add((occasion, urgency), alert, (None, Some(channel)));
            }
        }
    }

    /// Tells one recipient.
    pub(super) fn add(&mut self, (occasion, urgency): (Occasion, Urgency), alert: &AlertRow, to: To) {
        let key = (occasion, alert.kind == AlertKind::Alarm, to);
        let letter = self.0.entry(key).or_insert(Letter { urgency, alerts: Vec::new() });
        letter.urgency = letter.urgency.min(urgency);
        if letter.alerts.iter().all(|known| known.id != alert.id) {
            letter.alerts.push(alert.clone());
        }
    }

    /// The rows of the outbox. What is told in the app has arrived with that.
    pub(super) fn rows(self, school: &Organization, now: Moment) -> Result<Vec<MessageRow>> {
        let row = |((occasion, _, (person_id, channel_id)), letter): ((Occasion, IsAlarm, To), Letter)| {
            let Letter { urgency, alerts } = letter;
            let told: Vec<Told> = alerts.iter().map(|alert| alert.told.read()).collect::<Result<_, _>>()?;
            let said: Vec<Said> =
                alerts.iter().zip(&told).map(|(alert, told)| Said { kind: alert.kind, told }).collect();
            let text = |lang| sentence(&school.name, occasion, &said, lang);
            let in_app = channel_id.is_none();
            Ok(MessageRow {
                id: MessageId::fresh(),
                organization_id: school.id,
                occasion,
                alerts: JsonText::of(&alerts.iter().map(|alert| alert.id).collect::<Vec<_>>())?,
                person_id,
                channel_id,
                text_zh: text(Lang::Zh),
                text_en: text(Lang::En),
                created_at: now,
                state: if in_app { MessageState::Sent } else { MessageState::Pending },
                attempts: 0,
                next_try_at: (!in_app).then_some(now),
                sent_at: in_app.then_some(now),
                error: None,
                read_at: None,
                urgency,
                taken_at: None,
                digest_id: None,
            })
        };
        self.0.into_iter().map(row).collect()
    }
}
