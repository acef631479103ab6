//! What combines two sets. The order in which items come out is CPython's (Objects/setobject.c).

use super::SetTable;
use crate::python::object::fault::Fault;

impl SetTable {
    /// `set_merge`: adds all items of another set.
    pub fn merge(&mut self, other: &SetTable) -> Result<(), Fault> {
        if other.is_empty() {
            return Ok(());
        }
        self.reserve(other.used);
        if self.fill == 0 && self.mask() == other.mask() && other.fill == other.used {
            *self = SetTable { finger: self.finger, ..other.clone() };
            return Ok(());
        }
        if self.fill == 0 {
            for (hash, item) in other.items() {
                self.place(hash, item.clone());
            }
            (self.fill, self.used) = (other.used, other.used);
            return Ok(());
        }
        for (hash, item) in other.items() {
            self.insert_hashed(hash, item)?;
        }
        Ok(())
    }

    /// `set_intersection`
    pub fn intersection(&self, other: &SetTable) -> Result<SetTable, Fault> {
        let (small, large) = if other.used > self.used { (self, other) } else { (other, self) };
        let mut result = SetTable::default();
        for (hash, item) in small.items() {
            if large.find(hash, item)?.is_some() {
                result.insert_hashed(hash, item)?;
            }
        }
        Ok(result)
    }

    /// `set_difference`
    pub fn difference(&self, other: &SetTable) -> Result<SetTable, Fault> {
        if self.used >> 2 > other.used {
            let mut result = self.copy();
            result.difference_update(other)?;
            return Ok(result);
        }
        let mut result = SetTable::default();
        for (hash, item) in self.items() {
            if other.find(hash, item)?.is_none() {
                result.insert_hashed(hash, item)?;
            }
        }
        Ok(result)
    }

    /// `set_difference_update_internal`
    pub fn difference_update(&mut self, other: &SetTable) -> Result<(), Fault> {
        if other.used >> 3 > self.used {
            let common = self.intersection(other)?;
            return self.difference_update(&common);
        }
        for (hash, item) in other.items() {
            self.remove_hashed(hash, item)?;
        }
        self.drop_dummies();
        Ok(())
    }

    /// `set_symmetric_difference_update`
    pub fn symmetric_difference_update(&mut self, other: &SetTable) -> Result<(), Fault> {
        for (hash, item) in other.items() {
            if self.remove_hashed(hash, item)?.is_none() {
                self.insert_hashed(hash, item)?;
            }
        }
        Ok(())
    }

    pub fn is_subset(&self, other: &SetTable) -> Result<bool, Fault> {
        if self.used > other.used {
            return Ok(false);
        }
        for (hash, item) in self.items() {
            if other.find(hash, item)?.is_none() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    pub fn is_disjoint(&self, other: &SetTable) -> Result<bool, Fault> {
        Ok(self.intersection(other)?.is_empty())
    }
}
