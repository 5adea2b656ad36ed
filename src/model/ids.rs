//! Names by which the parts of a scenario refer to each other.

use serde::{Deserialize, Serialize};
use std::borrow::Borrow;
use std::fmt;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The id as it stands in the file.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }
        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.0 == other
            }
        }
        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.0 == *other
            }
        }
    };
}

id!(/// Names a candidate: a service, register, platform, legal act, ….
    ItemId);
id!(/// Names a criterion or a group of criteria.
    CriterionId);
id!(/// Names a set of weights.
    WeightSetId);
id!(/// Names a phase, usually a year.
    PhaseId);
id!(/// Names an agency.
    AgencyId);
id!(/// Names a goal at any level of the hierarchy.
    GoalId);
id!(/// Names a data register.
    RegisterId);
id!(/// Names a channel, such as the web or a service centre.
    ChannelId);
id!(/// Names a measure of infrastructure that is forecast.
    MeasureId);
id!(/// Names a source of money.
    FundId);
id!(/// Names an indicator.
    IndicatorId);
